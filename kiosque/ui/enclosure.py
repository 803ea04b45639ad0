"""Nothing leads out: what a visitor's keyboard, mouse or finger could ask of the system is swallowed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent

from kiosque.ui.places import Place, Unlock
from kiosque.ui.watching import Watcher

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier

_NEVER = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.WhatsThisClicked,
        QEvent.Type.EnterWhatsThisMode,
    }
)
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride, QEvent.Type.Shortcut})
_PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease})
_USEFUL = frozenset(
    {
        *(_Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Return, _Key.Key_Enter, _Key.Key_Escape, _Key.Key_Space),
        *(_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_Home, _Key.Key_End),
        *(_Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Backspace, _Key.Key_Delete),
        *(_Key.Key_Shift, _Key.Key_CapsLock, _Key.Key_AltGr, _Key.Key_NumLock),
    }
)
_DEAD = range(int(_Key.Key_Dead_Grave), int(_Key.Key_Dead_Longsolidusoverlay) + 1)
"""Keys that wait for the letter they put an accent on."""
_ALT_GR = _Modifier.ControlModifier | _Modifier.AltModifier
_SYSTEM = _ALT_GR | _Modifier.MetaModifier


class Enclosure(Watcher):
    """Watches the application's events while ``guarded`` says that a visitor may stand there."""

    looks_for = _NEVER | _KEYS | _PRESSES

    def __init__(self, guarded: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._guarded = guarded

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drop what leads out; let through what types, moves and touches."""
        del watched
        kind = event.type()
        if kind in _NEVER:
            return self._guarded()
        if kind in _KEYS:
            leaves = not isinstance(event, QKeyEvent) or not may_press(event)
            return leaves and self._guarded()
        if kind in _PRESSES and isinstance(event, QMouseEvent):
            # The right button opens menus, the middle one pastes what somebody else has selected.
            return event.button() != Qt.MouseButton.LeftButton and self._guarded()
        return False


def for_visitors(place: Place) -> bool:
    """Whether a visitor may stand there: nobody has said yet that they are an animator."""
    return place.counter or isinstance(place, Unlock)


def may_press(event: QKeyEvent) -> bool:
    """Whether a key writes, corrects or moves within the screen, and asks nothing of the system."""
    types = event.text().isprintable() and bool(event.text())
    modifiers = event.modifiers()
    # Windows says AltGr as Ctrl and Alt together; it writes @ and €.
    alt_gr = bool(modifiers & _Modifier.GroupSwitchModifier) or modifiers & _ALT_GR == _ALT_GR
    if modifiers & _SYSTEM and not (types and alt_gr):
        return False
    return types or event.key() in _USEFUL or event.key() in _DEAD


def session_ends() -> bool:
    """Whether the person closes the system's session: then no program may stay."""
    running = QGuiApplication.instance()
    return isinstance(running, QGuiApplication) and running.isSavingSession()
