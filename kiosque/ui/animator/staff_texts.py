"""Words of the team: what each learnt, until when they are engaged, what they do outside of permanences."""

from datetime import date

from kiosque.actions.network.members import Member
from kiosque.actions.network.tasks import Task
from kiosque.domain.codes import ANIMATOR_STATUSES
from kiosque.domain.french import local
from kiosque.domain.staff import ACTIVITIES, TRAINING_SUBJECTS
from kiosque.ui.texts import texts
from kiosque.ui.told import label_of, short_of
from kiosque.ui.words import Words

HOUR = 60


class StaffWords(Words):
    """What animators read of their team."""

    STAFF = "Formations, temps donné"
    STAFF_HOW = "Qui a suivi quelle formation. La coordination les note."
    HERE = "De cette antenne"
    ROAMING = "Sur les routes"
    ELSEWHERE = "Des autres antennes"
    TRAINED = "Formation faite"
    NOT_TRAINED = "Formation à compléter"
    NOTHING_FOLLOWED = "Aucune formation notée"
    NOBODY = "L’équipe n’est pas encore connue ici."
    NOBODY_HOW = "La coordination l’envoie."

    MINE = "Mon temps hors permanence"
    MINE_HOW = "Préparer, se réunir\u00a0: cela compte aussi, surtout pour les bénévoles."
    MINE_NOTHING = "Rien n’est noté ce mois-ci."
    NOTE = "Noter du temps"
    CORRECT = "Corriger ce temps"
    WHAT = "Quoi\u202f?"
    DAY = "Jour"
    BEGINS = "Commencé à"
    LONG = "Combien de temps\u202f?"
    SAVE = "Noter"
    SAVED = "Ce temps est noté."
    THROWN = "C’est à la corbeille."
    DAY_WRONG = "Écrivez le jour comme ceci\u00a0: 24/12."
    HOUR_WRONG = "Écrivez l’heure comme ceci\u00a0: 14:30."
    WHAT_MISSING = "Choisissez quoi."

    _UNTIL = "{status}, jusqu’au {day}"
    _OVER = "{status}, jusqu’au {day}\u00a0: c’est passé"
    _HOURS = "{subject} {hours}"
    _FOLLOWED = "{hours} suivies\u00a0: {sessions}"
    _MONTH = "Ce mois-ci\u00a0: {hours}"
    _WHEN = "{day}, {start} – {end}"

    def engaged(self, member: Member, today: date) -> str:
        """``Mis à disposition par le Département, jusqu’au lundi 31 août``."""
        status = label_of(ANIMATOR_STATUSES.find(member.status)) if member.status else ""
        if member.until is None:
            return status
        template = self._UNTIL if member.until >= today else self._OVER
        return template.format(status=status, day=f"{member.until:%d/%m/%Y}")

    def followed(self, member: Member) -> str:
        """``21 h suivies : Accompagner vers le numérique 14 h, Protéger les données 7 h``."""
        if not member.sessions:
            return self.NOTHING_FOLLOWED
        said = (
            self._HOURS.format(subject=label_of(TRAINING_SUBJECTS.find(subject)), hours=texts.duration(hours * HOUR))
            for subject, hours in member.sessions
        )
        return self._FOLLOWED.format(hours=texts.duration(member.followed * HOUR), sessions=", ".join(said))

    def month(self, seconds: int) -> str:
        """``Ce mois-ci : 3 h 30``."""
        return self._MONTH.format(hours=texts.duration(seconds // 60))

    def what(self, task: Task) -> str:
        """``Préparation, 1 h``."""
        activity = short_of(ACTIVITIES.find(task.activity))
        return f"{activity}, {texts.duration((task.ended_at - task.started_at) // 60)}"

    def when(self, task: Task) -> str:
        """``lundi 2 mars, 9 h – 10 h``."""
        day = texts.day(local(task.started_at).date())
        return self._WHEN.format(day=day, start=texts.hour(task.started_at), end=texts.hour(task.ended_at))


staff_words = StaffWords()
