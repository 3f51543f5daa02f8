import { Alert, Button, Input, Space } from "antd";
import { useState, type ReactNode } from "react";
import type { Output } from "../../../shared/desktop/contract.ts";
import type { ShownCertificate } from "../../../shared/desktop/service-channels.ts";
import { desktop } from "../../desktop/index.ts";
import { useTexts } from "../../ui/i18n.ts";
import { serviceTexts } from "./service-texts.ts";

type Outcome = Exclude<Output<"serviceConnect">["outcome"], "connected">;

/** Asks for an address; where nobody vouches for the certificate there, shows it and asks once whether to trust it. */
export function ServiceConnect({ onConnected }: { readonly onConnected: () => void }): ReactNode {
  const t = useTexts(serviceTexts);
  const [address, setAddress] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Outcome | undefined>(undefined);
  const [certificate, setCertificate] = useState<ShownCertificate | undefined>(undefined);
  const connect = async (trusting: string | null): Promise<void> => {
    setBusy(true);
    const answer = await desktop().serviceConnect({ address: address.slice(0, 300), trusting });
    setBusy(false);
    if (answer.outcome === "connected") {
      onConnected();
      return;
    }
    setProblem(answer.outcome);
    setCertificate(answer.certificate ?? undefined);
  };
  return (
    <>
      <form
        className="sy-service-line"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void connect(null);
        }}
      >
        <label htmlFor="service-address">{t("address")}</label>
        <Input
          id="service-address"
          value={address}
          autoComplete="off"
          spellCheck={false}
          placeholder={t("addressHint")}
          onChange={(event) => {
            setAddress(event.target.value);
            setProblem(undefined);
            setCertificate(undefined);
          }}
        />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("connect")}
        </Button>
      </form>
      <div role="alert">
        {problem !== undefined && certificate === undefined && (
          <p className="sy-problem">{t(problem === "changed" ? "changedAsk" : problem)}</p>
        )}
        {certificate !== undefined && (
          <Alert
            type="warning"
            showIcon
            title={t("untrusted")}
            description={
              <>
                <Certificate certificate={certificate} />
                <Space wrap>
                  <Button
                    danger
                    loading={busy}
                    disabled={certificate.problem === "revoked"}
                    onClick={() => void connect(certificate.fingerprint)}
                  >
                    {t("trust")}
                  </Button>
                  <Button onClick={() => setCertificate(undefined)}>{t("distrust")}</Button>
                </Space>
              </>
            }
          />
        )}
      </div>
    </>
  );
}

function Certificate({ certificate }: { readonly certificate: ShownCertificate }): ReactNode {
  const t = useTexts(serviceTexts);
  return (
    <dl className="sy-service-facts">
      <dt>{t("fingerprint")}</dt>
      <dd>
        <Fingerprint text={certificate.fingerprint} />
      </dd>
      <dt>{t("subject")}</dt>
      <dd>{certificate.subject}</dd>
      <dt>{t("issuer")}</dt>
      <dd>{certificate.issuer}</dd>
      <dt>{t("until")}</dt>
      <dd>{certificate.until}</dd>
      <dt>{t("problem")}</dt>
      <dd>{t(certificate.problem)}</dd>
    </dl>
  );
}

/** In two lines of sixteen pairs, to be read out over a telephone. */
export function Fingerprint({ text }: { readonly text: string }): ReactNode {
  return <code className="sy-fingerprint">{text}</code>;
}
