/**
 * Looks of the row, one short text because it is injected into every page of a tool. It takes the page's own ground
 * (`--g`) and an ink that reads on it, so that it belongs to the page in any theme; `!important` on the host because
 * a page's own rules would win over `:host`.
 */
export const ROW_STYLE = `:host{all:initial!important;position:fixed!important;inset:0 auto auto 0!important;z-index:9!important}
.r{--i:#1d1f22;--a:#1c4e78;position:fixed;left:0;top:0;display:flex;gap:6px;align-items:center;height:32px;pointer-events:none;font:13px/1.4 system-ui,"Hiragino Sans","Noto Sans JP","Yu Gothic UI",Meiryo,sans-serif;container-type:inline-size;&.d{--i:#f1efe9;--a:#8fbfe2;color-scheme:dark}
&[hidden]{display:none}
button{all:unset;box-sizing:border-box;pointer-events:auto;display:flex;gap:7px;align-items:center;min-width:0;height:30px;padding:0 12px;border:1px solid color-mix(in srgb,var(--i) 16%,var(--g));border-radius:15px;background:var(--g);color:color-mix(in srgb,var(--i) 86%,var(--g));cursor:pointer;white-space:nowrap;transition:background .12s
&:hover{background:color-mix(in srgb,var(--i) 6%,var(--g))}
&:focus-visible{outline:2px solid var(--a);outline-offset:1px}}
b{font-weight:500;overflow:hidden;text-overflow:ellipsis}
small,kbd{flex:none;font:inherit;font-size:11px;color:color-mix(in srgb,var(--i) 66%,var(--g))}
i{flex:none;width:6px;height:6px;border-radius:3px;background:var(--a)}
.m{flex:none;margin-left:auto}
.x{flex:none;width:30px;padding:0;justify-content:center}
&:is(.p,.f) :is(.c,.x),&.f :is(b,kbd){display:none}
&.f .m{width:30px;padding:0;justify-content:center}
@container(width<760px){small{display:none}}
@container(width<560px){.c~.c{display:none}}
@container(width<430px){kbd{display:none}}
@media(forced-colors:active){button{border-color:ButtonBorder}i{background:Highlight}}
@media(prefers-reduced-motion){button{transition:none}}}`;
