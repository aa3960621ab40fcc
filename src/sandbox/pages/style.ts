/** The sandbox's own few rules: it shares nothing with the app. */
export const style = `
:root {
  color-scheme: light dark;
  --page: light-dark(#ffffff, #16181d); --text: light-dark(#1c2024, #e8eaed); --quiet: light-dark(#5b6470, #a4adba);
  --line: light-dark(#e2e5e9, #30353d); --field: light-dark(#868e99, #7b8492); --accent: light-dark(#3451b2, #9eb1ff);
  --on-accent: light-dark(#ffffff, #11131a); --mark: light-dark(#8a4b00, #ffc07a); --bad: light-dark(#b42318, #ff9c92);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 14px/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 32px 16px 64px; }
form { max-width: 26rem; }
h1 { font-size: 20px; line-height: 1.3; margin: 4px 0 24px; } h2 { font-size: 16px; margin: 32px 0 8px; } h3 { font-size: 14px; margin: 24px 0 8px; }
a { color: var(--accent); } code { font: 12.5px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.mark { color: var(--mark); font-weight: 600; margin: 0; } .alert { color: var(--bad); }
.hint { color: var(--quiet); font-size: 13px; margin: 4px 0 0; }
fieldset { border: 0; padding: 0; margin: 0 0 16px; } legend { padding: 0; margin-bottom: 4px; font-weight: 500; }
.choice { display: flex; gap: 8px; align-items: center; min-height: 32px; }
input { accent-color: var(--accent); font: inherit; }
.field { display: block; font-weight: 500; }
.field input { display: block; width: 100%; height: 32px; margin-top: 4px; padding: 0 8px; color: inherit; background: var(--page); border: 1px solid var(--field); border-radius: 6px; }
.buttons { display: flex; gap: 8px; margin: 24px 0; }
button { height: 32px; padding: 0 16px; font: inherit; font-weight: 500; border-radius: 6px; border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); cursor: pointer; }
button.quiet { background: none; color: inherit; border-color: var(--field); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
table { border-collapse: collapse; width: 100%; } th code { white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: 6px 16px 6px 0; border-bottom: 1px solid var(--line); } th { font-weight: 500; }
@media (max-width: 600px) { th, td { display: block; padding-right: 0; } th { border: 0; padding-bottom: 0; } th code { white-space: normal; } }
@media (max-width: 480px) { .buttons { flex-direction: column; } button { height: 40px; } .field input { height: 40px; font-size: 16px; } }
`
