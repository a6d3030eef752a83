"""A page that shows an album in any browser without a network: arrows, a touch, or by itself."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.periods import short_date
from desktop_app.core.reports.snapshot import Material, VideoInReport

SECONDS_EACH = 6


class Slide(NamedTuple):
    """A picture and where its file lies beside the page."""

    place: str
    material: Material


# Only what this page brings itself may run; nothing is fetched, whatever a caption says.
_FRAME = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; media-src 'self' file:; \
style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header><p>{school}</p><h1>{title}</h1><p>{hint}</p><button id="play">{play}</button></header>
{slides}
<script>{script}</script>
</body>
</html>
"""
_STYLE = """
html{scroll-snap-type:y mandatory;scrollbar-width:none;background:#1C1B19;color:#EDEBE4;
font:18px/1.5 "Segoe UI","Be Vietnam Pro","Noto Sans",Roboto,sans-serif}
html::-webkit-scrollbar{display:none}
body{margin:0}
header,figure{min-height:100vh;margin:0;scroll-snap-align:start;display:grid;box-sizing:border-box}
header{place-content:center;text-align:center;padding:32px}
h1{font-size:2.4rem;line-height:1.2;margin:8px 0 24px}
header p{margin:0;color:#A9A497}
button{justify-self:center;margin-top:32px;font:inherit;font-weight:600;padding:12px 28px;border:0;border-radius:8px;
background:#6FC2AC;color:#10241F;cursor:pointer}
button:focus-visible{outline:3px solid #E48BB9;outline-offset:3px}
figure{grid-template-rows:1fr auto;height:100vh}
figure img,figure video{width:100%;height:100%;min-height:0;object-fit:contain}
figcaption{padding:12px 32px 20px;text-align:center;text-wrap:balance}
figcaption small{display:block;color:#A9A497}
figcaption a{color:#6FC2AC}
@media print{header,figure{min-height:0;height:auto;break-inside:avoid}button{display:none}}
"""
_SCRIPT = """
var all=[].slice.call(document.querySelectorAll('header,figure')),timer=null,button=document.getElementById('play');
function at(){var best=0;all.forEach(function(e,i){if(Math.abs(e.getBoundingClientRect().top)<
Math.abs(all[best].getBoundingClientRect().top))best=i});return best}
function go(i){all[(i+all.length)%all.length].scrollIntoView({behavior:'smooth'})}
function stop(){clearInterval(timer);timer=null}
function turn(e,i){stop();e.preventDefault();go(i)}
function fill(){var e=document.documentElement,p=e.requestFullscreen&&e.requestFullscreen();
if(p)p['catch'](function(){})}
document.onfullscreenchange=function(){if(!document.fullscreenElement)stop()};
button.onclick=function(){fill();go(1);stop();timer=setInterval(function(){go(at()+1)},SECONDS*1000)};
document.onkeydown=function(e){var k=e.key;
if(k==='Escape')stop();
else if(['ArrowRight','ArrowDown','PageDown'].indexOf(k)>=0||(k===' '&&e.target!==button))turn(e,at()+1);
else if(['ArrowLeft','ArrowUp','PageUp'].indexOf(k)>=0)turn(e,at()-1);
else if(k==='Home')turn(e,0)};
"""


def slide_show(title: str, school_name: str, slides: Sequence[Slide]) -> bytes:
    """The page as UTF-8 HTML; every word of people is escaped, every file is named relative to the page."""
    hint = N_("Arrow keys or the wheel turn the pictures; Esc stops.")
    return _FRAME.format(
        title=escape(title),
        school=escape(school_name),
        hint=escape(in_vietnamese(hint)),
        play=escape(in_vietnamese(N_("Show by itself"))),
        style=_STYLE,
        script=_SCRIPT.replace("SECONDS", str(SECONDS_EACH)),
        slides="\n".join(_figure(slide, f"{number}/{len(slides)}") for number, slide in enumerate(slides, 1)),
    ).encode(errors="replace")


def _figure(slide: Slide, number: str) -> str:
    material, place = slide.material, quote(slide.place)
    caption = escape(material.caption)
    facts = " · ".join(escape(fact) for fact in (number, short_date(material.taken_on), material.credit) if fact)
    if isinstance(material, VideoInReport):
        shown = f'<video controls preload="metadata" src="{place}"></video>'
        # Old cameras write what no browser plays: then the file opens in a program that does.
        facts += f' · <a href="{place}">{escape(in_vietnamese(N_("Open the video by itself")))}</a>'
    else:
        shown = f'<img loading="lazy" src="{place}" alt="{caption}">'
    return f"<figure>{shown}<figcaption>{caption}<small>{facts}</small></figcaption></figure>"
