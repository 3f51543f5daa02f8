/* global document -- this runs in the window */
// Says that a module of the bundle runs, and collects what the policy refused.
const violations = [];
document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
globalThis.trial = { moduleRan: true, violations };
