"""How the bundle's page looks: the app's colours, light and dark, on a screen and on paper."""

STYLE = """
:root{--page:#FAFAF7;--card:#FFF;--line:#E6E4DD;--ink:#2B2A27;--quiet:#6B675E;--green:#1F6F5C;--on:#FFF;
--late:#A8326E;--soft:#E3EFEB}
@media(prefers-color-scheme:dark){:root{--page:#1C1B19;--card:#262522;--line:#3A3833;--ink:#EDEBE4;
--quiet:#A9A497;--green:#6FC2AC;--on:#10241F;--late:#E48BB9;--soft:#25332F}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 "Segoe UI","Be Vietnam Pro","Noto Sans",
Roboto,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:60rem;margin:0 auto;padding:24px}
header{padding-top:48px}
header p{margin:0}
.over{color:var(--quiet);font-size:.9rem}
.school{font-weight:600}
h1{font-size:2rem;line-height:1.2;margin:16px 0 24px;letter-spacing:-.01em}
h2{font-size:1.25rem;margin:0 0 16px}
h3{font-size:1.15rem;margin:0 0 4px}
h4{font-size:1rem;margin:24px 0 4px}
h4+p,h4+ul{margin-top:0}
section{margin:0 0 48px}
a{color:var(--green)}
.button{display:inline-block;background:var(--green);color:var(--on);padding:10px 20px;border-radius:8px;
text-decoration:none;font-weight:600}
.second{background:none;color:var(--green);box-shadow:inset 0 0 0 1.5px var(--green)}
.buttons{display:flex;flex-wrap:wrap;gap:12px}
.button:focus-visible,a:focus-visible{outline:3px solid var(--late);outline-offset:2px}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:16px}
.figure,article{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:16px 24px}
.figure p{margin:0}
.number{font-size:2.5rem;font-weight:600;line-height:1.3}
.number span{color:var(--quiet);font-size:1.25rem;font-weight:400}
.bar{height:8px;background:var(--soft);border-radius:4px;overflow:hidden;margin:4px 0 8px}
.bar i{display:block;height:100%;background:var(--green)}
.state{font-weight:600;color:var(--green)}
.short .state{color:var(--late)}
.short .bar{background:repeating-linear-gradient(135deg,var(--late) 0 2px,transparent 2px 6px)}
.owed{border-left:4px solid var(--late);padding-left:20px}
.owed ul{margin:0;padding-left:20px}
article{margin:0 0 24px;padding:24px}
.lead{font-weight:600}
.quiet,small{color:var(--quiet);font-size:.9rem}
p.quiet{margin:0 0 12px}
.went{padding-left:20px;font-size:.9rem}
.photos,.sheet{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:16px;margin:16px 0}
figure{margin:0}
figure img,figure video,.empty{width:100%;aspect-ratio:4/3;object-fit:contain;border-radius:8px;display:block;
background:var(--soft)}
.empty{display:grid;place-items:center;color:var(--quiet);font-size:.9rem}
figure a{display:block}
figure a:hover img{filter:brightness(1.05)}
.held{border-left:4px solid var(--line);padding-left:20px;color:var(--quiet);font-size:.95rem}
.ways{display:flex;flex-wrap:wrap;gap:4px 24px;margin:24px 0 0;padding:12px 0 0;border-top:1px solid var(--line)}
.ways a{text-decoration:none;padding:6px 0}
.ways a:hover{text-decoration:underline}
section{scroll-margin-top:24px}
figcaption{padding-top:8px;font-size:.95rem;line-height:1.4}
small{display:block}
footer{color:var(--quiet);font-size:.85rem;border-top:1px solid var(--line);padding-bottom:48px}
@media(max-width:40rem){h1{font-size:1.5rem}header,main,footer{padding:16px}article{padding:16px}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@page{margin:20mm 15mm}
@media print{:root{--page:#FFF;--card:#FFF;--line:#CCC;--ink:#000;--quiet:#444;--green:#000;--late:#000;--soft:#EEE}
body{font-size:11pt}.buttons,.ways,video{display:none}article,figure,.figure{break-inside:avoid}
h2,h3{break-after:avoid}.photos,.sheet{grid-template-columns:1fr 1fr}header{padding-top:0}}
"""
