/**
 * Put into every page of an end-to-end test before its own scripts, to hear what goes wrong in it. Where an engine
 * cannot put a script first, the test server does: see `e2e-static-server.ts`.
 */
export const watchScript = `(() => {
  if (window.phrComplaints) return;
  const heard = (window.phrComplaints = {errors: [], warnings: [], violations: []});
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) heard.errors.push(String(event.message));
    else if (event.target !== window) heard.errors.push('could not load ' + (event.target.src || event.target.href));
  }, true);
  addEventListener('unhandledrejection', (event) => heard.errors.push('unhandled: ' + event.reason));
  addEventListener('securitypolicyviolation', (event) => {
    // The browser asks for an icon of its own accord.
    if (event.blockedURI.endsWith('/favicon.ico')) return;
    heard.violations.push(event.effectiveDirective + ' blocked ' + event.blockedURI + ' in ' + event.sourceFile);
  });
  for (const [name, list] of [['error', heard.errors], ['warn', heard.warnings]]) {
    const say = console[name];
    console[name] = (...parts) => {
      list.push(parts.map(String).join(' '));
      say.apply(console, parts);
    };
  }
})();`;
