"""The label of an object, shown to the reader: the whole window."""

from kiosque.actions.repairing import repairs
from kiosque.actions.repairing.repairs import Attempt, Item
from kiosque.domain.label import label_code
from kiosque.ui.places import Hours, Place, Repair, Thing
from tests.ui.conftest import Kiosk
from tests.ui.hands import shows, until


def test_a_label_tells_the_history_of_its_object_at_the_desk_alone(kiosk: Kiosk) -> None:
    kiosk.open()
    space, robot = kiosk.space, kiosk.robot
    item = repairs.note_repair(space.store, Item("31"), Attempt("cord", "1"), author=space.animator).item
    robot.scan(label_code(item))
    assert shows(kiosk, "Montrez cet objet à l’animateur.")
    kiosk.desk()
    robot.scan(label_code(item))
    until(kiosk, lambda: shows(kiosk, "Câble, prise"))
    came: list[Place] = [kiosk.window.place]
    robot.tap("thing.again")
    came.append(kiosk.window.place)
    assert came == [Thing(item), Repair(label=item)]
    robot.scan(label_code(item + 1))
    until(kiosk, lambda: shows(kiosk, "Un objet qui a déjà son étiquette"))
    kiosk.window.go(Hours())
    robot.scan(label_code(item))
    assert shows(kiosk, "Pour cette étiquette, revenez d’abord à l’accueil.")
