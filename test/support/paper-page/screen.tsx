import { App as AntApp, ConfigProvider } from "antd";
import { createRoot } from "react-dom/client";
import { Route, Router } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { theme } from "../../../renderer/app/theme.ts";
import type { Desk } from "../../../renderer/db/desk.ts";
import { DeskProvider } from "../../../renderer/records/use-desk.tsx";
import { BlankPapersScreen } from "../../../renderer/screens/papers/blank-papers-screen.tsx";
import { PaperScreen } from "../../../renderer/screens/papers/paper-screen.tsx";
import { create } from "../../../shared/commands/edit.ts";
import { isRecordForm } from "../../../shared/forms/paper.ts";
import { must } from "../../../shared/lib/must.ts";
import { deskInMemory } from "../desk-in-memory.ts";
import { faultReport, hospital, incident } from "../sample-papers.ts";
import { agreement, breachInput, letterInput, planInput, verdict } from "../sample-sheets.ts";
import "../../../renderer/ui/base.css";

declare global {
  interface Window {
    desk?: Desk;
    printCount?: number;
  }
}

// The paper screens on a desk in memory, for tests that are about them and not about the store.
window.desk = deskInMemory();
window.printCount = 0;
window.print = () => {
  window.printCount = (window.printCount ?? 0) + 1;
};
await window.desk.save({ zh: "样例", en: "Sample" }, [
  create("hospital", "h", hospital),
  create("vendor", "v", must(faultReport.vendor, "the sample has a vendor")),
  create("contract", "c", { ...must(faultReport.contract, "the sample has a contract"), systemIds: ["s"] }),
  create("clause", "l", {
    contractId: "c",
    name: "响应",
    number: "4.1",
    metric: "response",
    startEvent: "reported",
    stopEvent: "acknowledged",
    target: 15,
    unit: "minute",
    coverage: "always",
  }),
  create("system", "s", must(faultReport.system, "the sample has a system")),
  create("incident", "i", { ...incident, vendorId: "v", contractId: "c", systemId: "s" }),
  create("incident", "p", { ...incident, description: "住院号20260012的病人收费失败，回电13800138000" }),
  create("incidentEvent", "e", {
    incidentId: "i",
    kind: "reported",
    at: "2026-11-20T00:31:00.000Z",
    recordedAt: "2026-11-20T00:31:00.000Z",
    channel: "phone",
  }),
  ...planInput.events.map((event, index) =>
    create("incidentEvent", `plan-${index}`, { ...event, incidentId: "i" }),
  ),
  create("verdict", "w", { ...verdict, incidentId: "i", clauseId: "l" }),
  create("breach", "b", { ...breachInput.breach, incidentId: "i", verdictId: "w", contractId: "c" }),
  ...breachInput.attachments.map((file, index) =>
    create("attachment", `file-${index}`, { ...file, ownerId: "i" }),
  ),
  create("agreement", "a", { ...agreement, contractId: "c" }),
  create("module", "m", { name: "门诊收费", systemId: "s", acceptance: "disputed" }),
  create("letter", "k", { ...letterInput.letter, contractId: "c", moduleIds: ["m", "gone"] }),
  create("letter", "n", { ...letterInput.letter, contractId: "c", kind: "notice" }),
]);

createRoot(must(document.querySelector("#root"), "the page has a root")).render(
  <ConfigProvider theme={theme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
    <AntApp component={false} notification={{ placement: "bottomRight" }}>
      <DeskProvider desk={window.desk}>
        <Router hook={useHashLocation}>
          <Route path="/paper/:form/:id">
            {({ form, id }) => (isRecordForm(form) ? <PaperScreen form={form} recordId={id} /> : null)}
          </Route>
          <Route path="/paper-blanks">
            <BlankPapersScreen />
          </Route>
        </Router>
      </DeskProvider>
    </AntApp>
  </ConfigProvider>,
);
