/**
 * Styles of the page, and of Components V2 as Discord's desktop client draws them in its dark theme: a container with rounded corners and
 * a bar in its colour, 16 px of room within and 8 px between parts; text of 16 px on lines of 22, subtext of 13 on 18; a menu 44 px
 * high, as wide as its container; buttons 32 px high that wrap.
 */
export const STYLE = `
body { margin: 0; background: #313338; }
discord-messages { max-width: 720px; margin: 0 auto; }
/* As in Discord, every blank of a quotation shows. */
discord-quote > div { white-space: break-spaces; }
.components { display: flex; flex-direction: column; gap: 8px; margin: 4px 0; }
.container {
  box-sizing: border-box; max-width: 600px; padding: 16px; border: 1px solid #3f4147; border-radius: 8px;
  background: #2b2d31; display: flex; flex-direction: column; gap: 8px; overflow-wrap: anywhere;
}
.container[style] { border-left: 4px solid var(--accent); padding-left: 13px; }
@media (max-width: 480px) { .container { padding: 12px; } .container[style] { padding-left: 9px; } }
.text { font-size: 16px; line-height: 22px; }
.command { background: #3d4270; color: #c9cdfb; border-radius: 3px; padding: 0 2px; font-weight: 500; }
.text discord-header { display: block; }
.row { display: flex; flex-wrap: wrap; gap: 8px; }
.button {
  box-sizing: border-box; min-height: 32px; max-width: 100%; padding: 6px 12px; border-radius: 8px; background: #4e5058; color: #fff;
  font-size: 14px; font-weight: 500; line-height: 20px; text-decoration: none; overflow: hidden; text-overflow: ellipsis;
  white-space: nowrap;
}
.button.primary { background: #5865f2; }
.button.success { background: #248046; }
.button.destructive { background: #da373c; }
.button.link::after { content: '↗'; margin-left: 8px; }
.menu {
  box-sizing: border-box; width: 100%; height: 44px; padding: 11px 40px 11px 12px; border: 1px solid #1e1f22; border-radius: 4px;
  background: #1e1f22; color: #949ba4; font-size: 16px; line-height: 20px; white-space: nowrap; overflow: hidden;
  text-overflow: ellipsis; position: relative;
}
.menu::after {
  content: ''; position: absolute; right: 16px; top: 15px; width: 8px; height: 8px; border: solid #b5bac1;
  border-width: 0 2px 2px 0; transform: rotate(45deg);
}
`;
