/**
 * Looks of the chip. It brings its own paper and ink, light or dark as the person's system is, because a work site can look like
 * anything. Shape and words carry the meaning.
 */
export const CHIP_STYLE = `:host{all:initial!important;position:fixed!important;z-index:2147483646!important;bottom:16px!important}
:host([data-side=right]){right:16px!important}
:host([data-side=left]){left:16px!important}
object{display:block}
.chip{--paper:light-dark(#fbf7ef,#20242a);--ink:light-dark(#26282b,#f1efe9);--ai:light-dark(#1c4e78,#8fbfe2);--on:light-dark(#fff,#12202c);color-scheme:light dark;display:flex;flex-wrap:wrap;align-items:center;gap:4px 8px;box-sizing:border-box;max-width:min(360px,calc(100vw - 32px));padding:6px 6px 6px 14px;border:1px solid color-mix(in srgb,var(--ink)22%,var(--paper));border-radius:14px;background:var(--paper);color:var(--ink);font:13px/1.5 system-ui,"Hiragino Sans","Noto Sans JP","Yu Gothic UI",Meiryo,sans-serif;box-shadow:0 2px 10px #0002}
.chip[hidden]{display:none}
.name{flex:1 1 8em;min-width:0;font-weight:600;overflow-wrap:anywhere}
button{all:unset;box-sizing:border-box;min-height:28px;padding:3px 8px;border-radius:9px;cursor:pointer;text-align:center}
button:hover{background:color-mix(in srgb,var(--ink)10%,var(--paper))}
button:focus-visible{outline:2px solid var(--ai);outline-offset:1px}
.draft{padding:3px 12px;background:var(--ai);color:var(--on)}
.draft:hover{background:color-mix(in srgb,var(--ai)88%,var(--ink))}
.less{flex:1 0 100%;display:grid;justify-items:start;padding-top:4px;border-top:1px solid color-mix(in srgb,var(--ink)14%,var(--paper))}
.less[hidden]{display:none}
@media (forced-colors:active){.chip{border-color:CanvasText}.draft{border:1px solid}}`;
