import { Button, Result } from "antd";
import { lazy, Suspense, type ReactNode } from "react";
import { Route, Switch, useParams } from "wouter";
import { isRecordForm } from "../../shared/forms/paper.ts";
import { isRecordType } from "../../shared/records/index.ts";
import { useTexts } from "../ui/i18n.ts";
import { appTexts } from "./app-texts.ts";

// One chunk a screen: the first page does not wait for the import wizard.
const HomeScreen = lazy(async () => ({
  default: (await import("../screens/home/home-screen.tsx")).HomeScreen,
}));
const IncidentListScreen = lazy(async () => ({
  default: (await import("../screens/incidents/incident-list-screen.tsx")).IncidentListScreen,
}));
const IncidentScreen = lazy(async () => ({
  default: (await import("../screens/incidents/incident-screen.tsx")).IncidentScreen,
}));
const ReportScreen = lazy(async () => ({
  default: (await import("../screens/incidents/report-screen.tsx")).ReportScreen,
}));
const InboxScreen = lazy(async () => ({
  default: (await import("../screens/inbox/inbox-screen.tsx")).InboxScreen,
}));
const ImportScreen = lazy(async () => ({
  default: (await import("../screens/import/import-screen.tsx")).ImportScreen,
}));
const RegistersScreen = lazy(async () => ({
  default: (await import("../screens/registers/registers-screen.tsx")).RegistersScreen,
}));
const RecordListScreen = lazy(async () => ({
  default: (await import("../screens/registers/record-screens.tsx")).RecordListScreen,
}));
const ContractScreen = lazy(async () => ({
  default: (await import("../screens/contracts/contract-screen.tsx")).ContractScreen,
}));
const SignScreen = lazy(async () => ({
  default: (await import("../screens/contracts/sign/sign-screen.tsx")).SignScreen,
}));
const SignFromContractScreen = lazy(async () => ({
  default: (await import("../screens/contracts/sign/sign-screen.tsx")).SignFromContractScreen,
}));
const RecordNewScreen = lazy(async () => ({
  default: (await import("../screens/registers/record-screens.tsx")).RecordNewScreen,
}));
const RecordScreen = lazy(async () => ({
  default: (await import("../screens/registers/record-screens.tsx")).RecordScreen,
}));
const RecordEditScreen = lazy(async () => ({
  default: (await import("../screens/registers/record-screens.tsx")).RecordEditScreen,
}));
const PaperScreen = lazy(async () => ({
  default: (await import("../screens/papers/paper-screen.tsx")).PaperScreen,
}));
const BlankPapersScreen = lazy(async () => ({
  default: (await import("../screens/papers/blank-papers-screen.tsx")).BlankPapersScreen,
}));
const CalendarsScreen = lazy(async () => ({
  default: (await import("../screens/calendars/calendars-screen.tsx")).CalendarsScreen,
}));
const EnterScreen = lazy(async () => ({
  default: (await import("../screens/calendars/enter-screen.tsx")).EnterScreen,
}));
const ScoresScreen = lazy(async () => ({
  default: (await import("../screens/scores/scores-screen.tsx")).ScoresScreen,
}));
const ConflictsScreen = lazy(async () => ({
  default: (await import("../screens/conflicts/conflicts-screen.tsx")).ConflictsScreen,
}));
const PeopleScreen = lazy(async () => ({
  default: (await import("../screens/people/people-screen.tsx")).PeopleScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import("../screens/settings/settings-screen.tsx")).SettingsScreen,
}));
const RecoveryScreen = lazy(async () => ({
  default: (await import("../screens/archive/recovery-screen.tsx")).RecoveryScreen,
}));

export function Routes(): ReactNode {
  return (
    <Suspense fallback={<Calm />}>
      <Switch>
        <Route path="/" component={HomeScreen} />
        <Route path="/incidents" component={IncidentListScreen} />
        <Route path="/incidents/:id" component={IncidentRoute} />
        <Route path="/report" component={ReportScreen} />
        <Route path="/inbox" component={InboxScreen} />
        <Route path="/import/:type?" component={ImportRoute} />
        <Route path="/records" component={RegistersScreen} />
        <Route path="/records/:type" component={ListRoute} />
        <Route path="/records/:type/new/:parentId?" component={NewRoute} />
        <Route path="/records/contract/:id" component={ContractRoute} />
        <Route path="/records/:type/:id" component={RecordRoute} />
        <Route path="/records/:type/:id/edit" component={EditRoute} />
        <Route path="/records/contract/:id/:tab" component={ContractRoute} />
        <Route path="/contracts/sign/:template?" component={SignRoute} />
        <Route path="/contracts/sign/from/:id" component={SignFromRoute} />
        <Route path="/paper/:form/:id" component={PaperRoute} />
        <Route path="/paper-blanks" component={BlankPapersScreen} />
        <Route path="/calendars/:year?" component={CalendarsRoute} />
        <Route path="/calendars/:year/enter" component={EnterRoute} />
        <Route path="/scores/:vendorId?" component={ScoresRoute} />
        <Route path="/conflicts" component={ConflictsScreen} />
        <Route path="/people" component={PeopleScreen} />
        <Route path="/settings" component={SettingsScreen} />
        <Route path="/settings/recovery" component={RecoveryScreen} />
        <Route component={NotFound} />
      </Switch>
    </Suspense>
  );
}

// A screen of another record is another screen: `key` keeps one's half-typed text out of the other.
function IncidentRoute(): ReactNode {
  const { id } = useParams<{ id: string }>();
  return <IncidentScreen key={id} id={id} />;
}

function ImportRoute(): ReactNode {
  const { type } = useParams<{ type?: string }>();
  return <ImportScreen type={type !== undefined && isRecordType(type) ? type : undefined} />;
}

function ListRoute(): ReactNode {
  const { type } = useParams<{ type: string }>();
  return <RecordListScreen key={type} type={type} />;
}

function NewRoute(): ReactNode {
  const { type, parentId } = useParams<{ type: string; parentId?: string }>();
  return <RecordNewScreen key={`${type} ${parentId ?? ""}`} type={type} parentId={parentId} />;
}

function ContractRoute(): ReactNode {
  const { id, tab } = useParams<{ id: string; tab?: string }>();
  return <ContractScreen key={id} id={id} tab={tab} />;
}

function SignRoute(): ReactNode {
  const { template } = useParams<{ template?: string }>();
  return <SignScreen key={template ?? ""} templateKey={template} />;
}

function SignFromRoute(): ReactNode {
  const { id } = useParams<{ id: string }>();
  return <SignFromContractScreen key={id} contractId={id} />;
}

function RecordRoute(): ReactNode {
  const { type, id } = useParams<{ type: string; id: string }>();
  return <RecordScreen key={`${type} ${id}`} type={type} id={id} />;
}

function EditRoute(): ReactNode {
  const { type, id } = useParams<{ type: string; id: string }>();
  return <RecordEditScreen key={`${type} ${id}`} type={type} id={id} />;
}

function PaperRoute(): ReactNode {
  const { form, id } = useParams<{ form: string; id: string }>();
  return isRecordForm(form) ? <PaperScreen form={form} recordId={id} /> : <NotFound />;
}

function CalendarsRoute(): ReactNode {
  const { year } = useParams<{ year?: string }>();
  return <CalendarsScreen year={year === undefined ? undefined : Number(year)} />;
}

function ScoresRoute(): ReactNode {
  const { vendorId } = useParams<{ vendorId?: string }>();
  return <ScoresScreen key={vendorId ?? ""} vendorId={vendorId} />;
}

function EnterRoute(): ReactNode {
  const { year } = useParams<{ year: string }>();
  return /^\d{4}$/.test(year) ? <EnterScreen key={year} year={Number(year)} /> : <NotFound />;
}

/** Nothing for a blink, then a quiet line: what opens at once should not flash. */
function Calm(): ReactNode {
  const t = useTexts(appTexts);
  return (
    <div className="sy-calm" role="status">
      <span>{t("loading")}</span>
    </div>
  );
}

function NotFound(): ReactNode {
  const t = useTexts(appTexts);
  return (
    <Result
      status="404"
      title={t("notFound")}
      subTitle={t("notFoundBody")}
      extra={
        <Button type="primary" href="#/">
          {t("toHome")}
        </Button>
      }
    />
  );
}
