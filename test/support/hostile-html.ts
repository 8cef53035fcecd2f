/** HTML that tries to reach `trap` or to run, each by another way. A trap's path says which way worked. */
export const hostileHtml = (trap: string): string => {
  let way = 0;
  const at = () => `${trap}/way-${++way}`;
  const run = () => `console.log('ran');new Image().src='${at()}'`;
  return [
    `<base href="${trap}/"><link rel="stylesheet" href="${at()}"><link rel="prefetch" href="${at()}"><link rel="preconnect" href="${trap}"><link rel="dns-prefetch" href="${trap}"><link rel="icon" href="${at()}">`,
    `<meta http-equiv="refresh" content="0;url=${at()}"><meta http-equiv="Content-Security-Policy" content="default-src *"><meta http-equiv="Link" content="<${at()}>; rel=preload">`,
    `<style>@import url(${at()});body{background:url("${at()}")}@font-face{font-family:x;src:url(${at()})}p{font-family:x}</style>`,
    `<img src="${at()}"><img srcset="${at()} 1x, ${at()} 2x"><img src=x onerror="${run()}"><img src="${trap.replace('http:', '')}/way-proto">`,
    `<picture><source srcset="${at()}"><img></picture><video src="${at()}" poster="${at()}" autoplay></video><audio src="${at()}" autoplay></audio><track src="${at()}">`,
    `<table background="${at()}"><tr><td background="${at()}" style="background-image:url(${at()})">a</td></tr></table><body background="${at()}" onload="${run()}">`,
    `<p style="background:url('${at()}');list-style:url(${at()});content:url(${at()})">b</p><div style="width:expression(${run()})">c</div>`,
    `<script>${run()}</script><script src="${at()}"></script><SCRIPT/x>${run()}</SCRIPT><scr<script>ipt>${run()}</scr</script>ipt>`,
    `<a href="javascript:${run()}">d</a><a href="&#106;avascript:${run()}">e</a><a href="${at()}" ping="${at()}">f</a><a href="data:text/html,<script>${run()}</script>">g</a>`,
    `<iframe src="${at()}"></iframe><iframe srcdoc="<script>parent.${run()}</script>"></iframe><object data="${at()}"></object><embed src="${at()}"><applet code="${at()}"></applet><frame src="${at()}">`,
    `<form action="${at()}" method="post"><input name="a" autofocus onfocus="${run()}"><button formaction="${at()}">ok</button></form><isindex action="${at()}">`,
    `<svg onload="${run()}"><image href="${at()}"/><use href="${at()}#x"/><script>${run()}</script><foreignObject><img src="${at()}"></foreignObject><animate onbegin="${run()}" attributeName="x"/></svg>`,
    `<math href="javascript:${run()}"><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run()}&gt;"></mglyph></table></mtext></math>`,
    `<noscript><p title="</noscript><img src=x onerror=${run()}>"></noscript><textarea><img title="</textarea><img src=x onerror=${run()}>"></textarea><title><a id="</title><img src=x onerror=${run()}>"></title>`,
    `<svg><style><img src="</style><img src=x onerror=${run()}>"></svg><template><img src=x onerror="${run()}"></template><xmp><p title="</xmp><img src=x onerror=${run()}>"></xmp>`,
    `<!--><img src=x onerror="${run()}">--><![CDATA[<img src=x onerror="${run()}">]]><?xml-stylesheet href="${at()}"?><!DOCTYPE x SYSTEM "${at()}">`,
    `<img src="cid:absent"><img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${run()}'/>"><img src="data:text/html,x">`,
    `<details open ontoggle="${run()}">h</details><marquee onstart="${run()}">i</marquee><p onmouseover="${run()}" onclick="${run()}" style="position:fixed;inset:0">Bonjour</p><p popover>j</p>`,
    `<img src="${at()}" loading="eager" lowsrc="${at()}" dynsrc="${at()}" longdesc="${at()}"><blockquote cite="${at()}">k</blockquote><del cite="${at()}">l</del>`,
    `<portal src="${at()}"></portal><link rel="import" href="${at()}"><link rel="modulepreload" href="${at()}"><link rel="manifest" href="${at()}"><input type="image" src="${at()}">`,
    `<p title='"><img src=x onerror=${run()}>'>m</p><p title="\`<img src=x onerror=${run()}>\`">n</p><p\u0000 onclick="${run()}">o</p><p/onclick="${run()}"/>q`,
  ].join('\n');
};
