/**
 * Looks of the row, one short text because it is injected into every page of a tool. It takes the page's own ground
 * (`--g`) and an ink that reads on it, so that it belongs to the page in any theme; `!important` on the host because a
 * page's own rules would win over `:host`. Borders are ink on ground; below 640 px reasons make room for titles, below 560 titles for one another.
 */
export const ROW_STYLE = `:host{all:initial!important;position:fixed!important;top:0!important;left:0!important;z-index:9!important}
object{position:fixed}
.r{--i:#222;position:fixed;top:0;left:0;display:flex;gap:6px;height:32px;pointer-events:none;font:13px system-ui;container-type:inline-size;
&.dark{--i:#eee}
&[hidden]{display:none}
button{all:unset;box-sizing:border-box;pointer-events:auto;flex:none;display:flex;gap:7px;align-items:center;padding:0 12px;border:1px solid color-mix(in srgb,var(--i)18%,var(--g));border-radius:16px;background:var(--g);color:var(--i);cursor:pointer;white-space:nowrap;
&:hover{border-color:var(--i)}
&:focus-visible{outline:2px solid}}
.c{flex:initial;min-width:0}
b{font-weight:500;overflow:hidden;text-overflow:ellipsis}
small,kbd{font:11px system-ui;opacity:.72}
i{width:6px;height:6px;border-radius:3px;background:#48b}
.m{margin-left:auto}
&:not(.full) :is(.c,.x){display:none}
&.float *{gap:0;font-size:0}
@container(width<640px){small{display:none}}
@container(width<560px){.c~.c,kbd{display:none}}}`;
