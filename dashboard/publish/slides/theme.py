"""The theme of the slides: fonts, surfaces, and the palette of standings by their names."""

from xml.sax.saxutils import quoteattr

from dashboard.publish.slides.palette import Palette
from dashboard.record.kinds import Standing

NAMESPACE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
SERIF, SANS = "Georgia", "Arial"
"""Fonts that every office has; those of the page are rarely installed."""
SURFACES = {"dk1": "ink", "lt1": "surface", "dk2": "ink-second", "lt2": "rule"}
"""The theme's text and surfaces, by the tokens of the style sheet."""
ACCENTS = (
    Standing.PARTY,
    Standing.NOTIFIED,
    Standing.WITHDRAWN,
    Standing.SUSPENSION,
    Standing.LEAVING,
    Standing.OUTSIDE,
)
FILLS = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
LINES = "".join(
    f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr"><a:solidFill><a:schemeClr val="phClr"/>'
    '</a:solidFill><a:prstDash val="solid"/></a:ln>'
    for width in (6350, 12700, 19050)
)
EFFECTS = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3


def theme_xml(palette: Palette) -> str:
    """The theme as a file, in the colours and words of the palette."""
    colours = palette.tokens
    slots = {slot: colours[token] for slot, token in SURFACES.items()}
    slots |= {f"accent{n}": colours[standing] for n, standing in enumerate(ACCENTS, start=1)}
    slots |= {"hlink": colours["accent"], "folHlink": colours["ink-second"]}
    scheme = "".join(f"<a:{slot}>{_rgb(colour)}</a:{slot}>" for slot, colour in slots.items())
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f"</a:{kind}Font>"
        for kind, face in (("major", SERIF), ("minor", SANS))
    )
    standings = "".join(
        f"<a:custClr name={quoteattr(word)}>{_rgb(colours[standing])}</a:custClr>"
        for standing, word in palette.words.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme {NAMESPACE} name="Flankwatch"><a:themeElements><a:clrScheme name="Flankwatch">'
        f'{scheme}</a:clrScheme><a:fontScheme name="Flankwatch">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Flankwatch"><a:fillStyleLst>{FILLS}</a:fillStyleLst><a:lnStyleLst>'
        f"{LINES}</a:lnStyleLst><a:effectStyleLst>{EFFECTS}</a:effectStyleLst><a:bgFillStyleLst>"
        f"{FILLS}</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/>"
        f"<a:extraClrSchemeLst/><a:custClrLst>{standings}</a:custClrLst></a:theme>"
    )


def _rgb(colour: str) -> str:
    return f'<a:srgbClr val="{colour[1:].upper()}"/>'
