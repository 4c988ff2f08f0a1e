"""The words of the Brief screen that are not of its scenes: its buttons, keys and notes window."""

from typing import Any

STAGE_KEYS = (
    (("→", "↓", "Page Down", "Space", "Enter"), "Next scene"),
    (("←", "↑", "Page Up", "Backspace"), "Scene before"),
    (("Home", "End"), "First and last scene"),
    (("0 … 9", "Enter"), "The scene of this number"),
    ((".", "B"), "Black screen; any key comes back"),
    ((",", "W"), "White screen; any key comes back"),
    (("F", "F5"), "Full screen"),
    (("S",), "Notes window"),
    (("O",), "List of scenes"),
    (("T",), "Light or dark"),
    (("?",), "This list"),
    (("Esc",), "Leave full screen, then Brief"),
)


def stage_texts() -> dict[str, Any]:
    """What buttons and lines say; scripts fill the places."""
    return {
        "eyebrow": "{day} · scene {n} of {of}",
        "announced": "Scene {n} of {of}: {title}. {sentence}",
        "brief": "Briefing",
        "back": "Back",
        "next": "Next",
        "list": "Scenes",
        "notes": "Notes",
        "full": "Full screen",
        "close": "Close",
        "bar": "Briefing controls",
        "listTitle": "Scenes",
        "keysTitle": "Keys",
        "keys": STAGE_KEYS,
        "expected": "Pale: if nothing changes",
        "badScene": "There is no scene “{value}” on this day; it is left out.",
        "noneLeft": "None of the scenes asked for is told on this day; all are shown.",
        "badAbout": "There is no briefing about {name}; all states are told.",
        "keptDay": "These scenes are of {day}: this copy of the site has those of the days on "
        "which a standing changes.",
        "goTo": "Scene {n}: Enter",
        "black": "The screen is black. Any key comes back to the scene.",
        "white": "The screen is white. Any key comes back to the scene.",
        "blocked": "The notes window was blocked. Open the notes",
        "notesTitle": "Notes",
        "nowShown": "On the screen",
        "nextShown": "Next",
        "last": "This is the last scene.",
        "sources": "Sources",
        "noNotes": "No notes.",
        "clock": "Clock",
        "since": "Since the start",
        "place": "Scene {n} of {of}",
        "mirrored": "This machine has one screen, or shows the same on both: the audience would "
        "see these notes.",
        "dark": "The screen may go dark by itself: over this connection the browser cannot keep "
        "it awake.",
        "more": "and {n} more",
    }
