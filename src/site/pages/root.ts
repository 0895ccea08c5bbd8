/** The two pages without a language: the root, which chooses one, and what is shown for an address that leads nowhere. */
import { mark } from './icons.ts'

const STYLE = `:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-content:center;padding:24px;background:#fbfbf9;color:#15191b;font:20px/32px Georgia,"Source Han Serif SC","Noto Serif CJK SC","Songti SC",serif}
main{display:flex;flex-direction:column;gap:40px}
.book{font-size:20px;line-height:32px}.book a{text-decoration:none}[data-first=zh] section:lang(zh){order:-1}[data-first=zh] .book{order:-2}
h1{font-weight:400;font-size:40px;line-height:48px;margin:0 0 8px}
p{margin:0}a{color:inherit;text-decoration-color:#006b56;text-underline-offset:.18em}a:hover{color:#006b56}
.i,.mid{position:relative}.i::before,.mid::before{content:"";position:absolute;left:50%;top:.245em;width:.165em;height:.165em;margin-left:-.075em;border-radius:50%;background:#006b56}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.mid{color:transparent}.mid::before{top:50%;width:.26em;height:.26em;margin:-.13em}
@media(prefers-color-scheme:dark){body{background:#121517;color:#e8eae7}a{text-decoration-color:#45cda5}a:hover{color:#45cda5}.i::before,.mid::before{background:#45cda5}}`

const head = (title: string, more: string): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${more}<style>${STYLE}</style>
</head>
`

/** `/`: the remembered language, else the browser's; without scripts, links to both. */
export function renderRoot(): string {
  const choose = `(function(){var l;try{l=localStorage.getItem('language')}catch(e){}
if(l!=='en'&&l!=='zh')l=/^zh/i.test((navigator.languages&&navigator.languages[0])||navigator.language||'')?'zh':'en';
location.replace(l+'/'+location.search+location.hash)})()`
  return `${head('Deep Learning, Live · 深度学习·现场', `<link rel="icon" href="icon.svg" type="image/svg+xml">\n<script>${choose}</script>\n`)}<body>
<main><section><h1><a href="en/">${mark.en}</a></h1><p>A textbook whose figures are running models.</p></section>
<section lang="zh-Hans"><h1><a href="zh/">${mark.zh}</a></h1><p>一本教科书，书里的图都是正在运行的模型。</p></section></main>
</body>
</html>
`
}

/**
 * 404: served at any depth, so it carries its own style, and finds the book from the address: below a language's folder by
 * its name, else by going up until there is such a folder.
 */
export function renderNotFound(): string {
  const home = `(function(){var p=location.pathname.match(/^(.*?\\/)(en|zh)\\//);
function at(b){document.querySelectorAll('[data-home]').forEach(function(a){a.href=b+a.dataset.home+'/'})}
function up(b){fetch(b+'en/',{method:'HEAD'}).then(function(r){if(r.ok)at(b);else throw 0}).catch(function(){if(b!=='/')up(b.replace(/[^/]+\\/$/,''))})}
if(p){document.querySelector('main').dataset.first=p[2];at(p[1])}else up(location.pathname.replace(/[^/]*$/,''))})()`
  return `${head('404', '')}<body>
<main><p class="book"><a data-home="en" href="/en/">${mark.en}</a> &nbsp;·&nbsp; <a data-home="zh" href="/zh/" lang="zh-Hans">${mark.zh}</a></p><section><h1>This page does not exist.</h1><p>It may have moved. <a data-home="en" href="/en/">To the contents of the book</a>.</p></section>
<section lang="zh-Hans"><h1>这一页不存在。</h1><p>也许它换了地方。<a data-home="zh" href="/zh/">回到本书目录</a>。</p></section></main>
<script>${home}</script>
</body>
</html>
`
}
