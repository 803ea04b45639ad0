"""The one style sheet, made from the tokens."""

from kiosque.ui.palette import Look
from kiosque.ui.theme import ANIMATOR_TARGET, BARE_PAD, FAMILY, Theme


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of the whole window for ``theme``.

    Borders are always as wide, coloured like their ground when at rest: a focus ring then moves nothing.
    """
    return "\n".join((_ground(theme), _words(theme), _buttons(theme), _fields(theme), _panels(theme)))


def _ground(theme: Theme) -> str:
    p, m = theme.palette, theme.metrics
    return f"""
* {{ font-family: "{FAMILY}"; font-size: {m.animator}px; color: {p.text}; outline: 0; }}
QWidget {{ background: transparent; }}
QWidget#window {{ background: {p.background}; }}
QToolTip {{ background: {p.surface}; color: {p.text}; border: 1px solid {p.border}; padding: 6px; }}
QScrollArea {{ border: 0; }}
QScrollBar:vertical {{ width: 22px; background: transparent; margin: 0; }}
QScrollBar::handle:vertical {{ background: {p.border}; border-radius: 5px; min-height: 48px;
    margin: 2px 2px 2px 10px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _words(theme: Theme) -> str:
    p, m = theme.palette, theme.metrics
    sizes = {
        "hero": (m.visitor_hero, 700),
        "question": (m.visitor_question, 700),
        "label": (m.visitor_label, 600),
        "text": (m.visitor, 400),
        "strong": (m.visitor, 600),
        "a-title": (m.animator_title, 700),
        "a-label": (m.animator_label, 600),
        "a-text": (m.animator, 400),
        "a-strong": (m.animator, 600),
    }
    rules = [
        f'QLabel[type="{name}"] {{ font-size: {size}px; font-weight: {weight}; }}'
        for name, (size, weight) in sizes.items()
    ]
    tones = {"quiet": p.quiet, "action": p.action, "waiting": p.waiting, "attention": p.attention, "refusal": p.refusal}
    rules += [f'QLabel[tone="{name}"] {{ color: {colour}; }}' for name, colour in tones.items()]
    rules.append(f'QLabel[tone="on-action"] {{ color: {p.on_action}; }}')
    rules.append(f"QLabel:disabled {{ color: {p.quiet}; }}")
    return "\n".join(rules)


def _buttons(theme: Theme) -> str:
    return _kinds(theme) + _fits(theme)


def _kinds(theme: Theme) -> str:
    p = theme.palette
    # Without shades of colour, only the stroke can say that something cannot be touched now.
    stroke = "dashed" if theme.look is Look.CONTRAST else "solid"
    return f"""
QAbstractButton {{ border: {theme.border}px solid transparent; border-radius: 14px; text-align: center; }}
QAbstractButton[kind="plain"] {{ background: {p.surface}; border-color: {p.border}; }}
QAbstractButton[kind="plain"]:hover {{ background: {p.action_soft}; border-color: {p.action}; }}
QAbstractButton[kind="plain"]:pressed {{ background: {p.action_soft}; border-color: {p.text}; }}
QAbstractButton[kind="plain"]:checked {{ background: {p.action_soft}; border-color: {p.action}; }}
QAbstractButton[kind="primary"] {{ background: {p.action}; border-color: {p.action}; color: {p.on_action};
    font-weight: 600; }}
QAbstractButton[kind="primary"]:hover {{ background: {p.action_hover}; border-color: {p.action_hover}; }}
QAbstractButton[kind="primary"]:pressed {{ background: {p.action_hover}; border-color: {p.text}; }}
QAbstractButton[kind="grave"] {{ background: {p.refusal}; border-color: {p.refusal}; color: {p.on_action};
    font-weight: 600; }}
QAbstractButton[kind="grave"]:hover {{ background: {p.refusal_hover}; border-color: {p.refusal_hover}; }}
QAbstractButton[kind="grave"]:pressed {{ background: {p.refusal_hover}; border-color: {p.text}; }}
QAbstractButton[kind="bare"] {{ background: transparent; color: {p.text}; }}
QAbstractButton[kind="bare"]:hover {{ background: {p.action_soft}; }}
QAbstractButton[kind="bare"]:pressed {{ background: {p.action_soft}; border-color: {p.text}; }}
QAbstractButton[kind="chip"] {{ background: {p.surface}; border: {theme.border}px solid {p.border}; border-radius: 26px;
    padding: 0 10px; }}
QAbstractButton[kind="chip"]:hover {{ background: {p.action_soft}; border-color: {p.action}; }}
QAbstractButton[kind="chip"]:pressed {{ background: {p.action_soft}; border-color: {p.text}; }}
QAbstractButton[kind="chip"]:checked {{ background: {p.action}; border-color: {p.action}; color: {p.on_action};
    font-weight: 600; }}
QAbstractButton[kind="segment"] {{ background: transparent; border-radius: 11px; }}
QAbstractButton[kind="segment"]:hover {{ background: {p.action_soft}; }}
QAbstractButton[kind="segment"]:pressed {{ background: {p.action_soft}; border-color: {p.text}; }}
QAbstractButton[kind="segment"]:checked {{ background: {p.action}; border-color: {p.action}; color: {p.on_action};
    font-weight: 600; }}
QAbstractButton[kind="leaving"] {{ background: {p.waiting_soft}; border-color: {p.waiting}; }}
QAbstractButton[kind="leaving"]:hover {{ background: {p.surface}; }}
QAbstractButton[kind="leaving"]:pressed {{ background: {p.surface}; border-color: {p.text}; }}
QAbstractButton[align="start"] {{ text-align: left; }}
QAbstractButton:disabled, QAbstractButton[kind="plain"]:disabled, QAbstractButton[kind="primary"]:disabled,
QAbstractButton[kind="grave"]:disabled, QAbstractButton[kind="chip"]:disabled {{ background: {p.idle};
    border: {theme.border}px {stroke} {p.hairline}; color: {p.quiet}; }}
QAbstractButton[kind="bare"]:disabled, QAbstractButton[kind="segment"]:disabled {{ background: transparent;
    border-color: transparent; color: {p.quiet}; }}
QAbstractButton:focus {{ border-color: {p.waiting}; }}
QAbstractButton[kind="primary"]:focus {{ border-color: {p.action}; }}
QAbstractButton[kind="grave"]:focus {{ border-color: {p.refusal}; }}
QAbstractButton[kind="chip"]:focus {{ border-color: {p.waiting}; }}
"""


def _fits(theme: Theme) -> str:
    m, edges = theme.metrics, 2 * theme.border
    return f"""
QAbstractButton[fit="visitor"] {{ font-size: {m.visitor}px; font-weight: 600; min-height: {m.target - edges}px;
    padding: 0 28px; }}
QAbstractButton[fit="animator"] {{ min-height: {ANIMATOR_TARGET + 8 - edges}px; padding: 0 18px; }}
QAbstractButton[kind="chip"][fit="animator"] {{ padding: 0 10px; min-width: 48px; }}
QAbstractButton[kind="chip"][fit="visitor"] {{ border-radius: {m.target // 2}px; }}
QAbstractButton[kind="bare"][fit="visitor"], QAbstractButton[kind="bare"][fit="animator"] {{
    padding: 0 {BARE_PAD}px; }}
QAbstractButton[fit="key"] {{ font-size: {min(m.visitor_label, m.target // 2)}px; padding: 0; border-radius: 10px; }}
QAbstractButton[fit="theme"] {{ min-height: {38 if m.compact else 54}px; padding: 0 14px; }}
QAbstractButton[fit="animator-big"] {{ min-height: 66px; padding: 0 32px; font-size: {m.animator_label}px; }}
QAbstractButton[fit="pill"] {{ min-height: {ANIMATOR_TARGET - edges}px; padding: 0; }}
QAbstractButton[fit="step"] {{ min-width: {ANIMATOR_TARGET + 10 - edges}px;
    min-height: {ANIMATOR_TARGET + 10 - edges}px; padding: 0; }}
QAbstractButton[fit="step-visitor"] {{ min-width: {m.target - edges}px; min-height: {m.target - edges}px; padding: 0; }}
"""


def _fields(theme: Theme) -> str:
    p, m, edge = theme.palette, theme.metrics, theme.border
    # Large letters need a higher line; a layout may press it down to what is said here.
    line = max(min(m.target, 72) - 12, round(1.35 * m.visitor_label))
    return f"""
QLineEdit {{ background: {p.surface}; border: {edge}px solid {p.border}; border-radius: 12px; padding: 0 14px;
    placeholder-text-color: {p.quiet}; selection-background-color: {p.action}; selection-color: {p.on_action}; }}
QLineEdit:focus {{ border-color: {p.waiting}; }}
QLineEdit[wrong="true"] {{ border-color: {p.refusal}; }}
QLineEdit[fit="visitor"] {{ font-size: {m.visitor_label}px; min-height: {line}px; }}
QLineEdit[fit="animator"] {{ font-size: {m.animator_label}px; min-height: {ANIMATOR_TARGET + 10 - 2 * edge}px; }}
QLineEdit[fit="code"] {{ font-size: {m.visitor_question}px; font-weight: 600; min-height: {m.target}px; }}
QLineEdit:disabled {{ background: {p.idle}; border-color: {p.hairline}; color: {p.quiet}; }}
QLineEdit[fit="count"] {{ font-size: {m.animator_title}px; font-weight: 600; padding: 0;
    min-height: {ANIMATOR_TARGET + 10 - 2 * edge}px; }}
QLineEdit[fit="count-visitor"] {{ font-size: {m.visitor_question}px; font-weight: 600; padding: 0;
    min-height: {m.target - 2 * edge}px; }}
QProgressBar {{ background: {p.surface}; border: {edge}px solid {p.border}; border-radius: 9px; }}
QProgressBar::chunk {{ background: {p.action}; border-radius: 5px; }}
"""


def _panels(theme: Theme) -> str:
    p, edge = theme.palette, theme.border
    return f"""
QFrame[panel="card"] {{ background: {p.surface}; border: 1px solid {p.hairline}; border-radius: 20px; }}
QFrame[panel="soft"] {{ background: {p.action_soft}; border: 0; border-radius: 20px; }}
QFrame[panel="waiting"] {{ background: {p.waiting_soft}; border: 0; border-radius: 20px; }}
QFrame[panel="attention"] {{ background: {p.attention_soft}; border: 0; border-radius: 20px; }}
QFrame[panel="refusal"] {{ background: {p.refusal_soft}; border: 0; border-radius: 20px; }}
QFrame[panel="practice"] {{ background: {p.attention_soft}; border: 0; border-bottom: {edge}px solid {p.attention}; }}
QFrame[panel="toast"] {{ background: {p.surface}; border: 2px solid {p.border}; border-radius: 18px; }}
QFrame[panel="pill"] {{ background: {p.surface}; border: 1px solid {p.hairline}; border-radius: 22px; }}
QAbstractButton[fit="key"][kind="plain"]:hover {{ background: {p.surface}; border-color: {p.border}; }}
QAbstractButton[fit="key"][kind="plain"]:pressed {{ background: {p.action_soft}; border-color: {p.action}; }}
QFrame[panel="keyboard"] {{ background: {p.action_soft}; border: 0; }}
QFrame[panel="veil"] {{ background: {p.background}; border: 0; }}
QFrame[panel="asking"] {{ background: {p.surface}; border: {edge}px solid {p.border}; border-radius: 24px; }}
QFrame[panel="segments"] {{ background: {p.surface}; border: {edge}px solid {p.border}; border-radius: 18px; }}
QFrame[panel="attention-row"] {{ background: {p.attention_soft}; border: 0; border-radius: 10px; }}
QFrame[panel="line"] {{ background: {p.hairline}; border: 0; }}
"""
