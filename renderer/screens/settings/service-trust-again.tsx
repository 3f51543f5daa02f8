import { Alert, Button, Input } from "antd";
import { useState, type ReactNode } from "react";
import { desktop } from "../../desktop/index.ts";
import { useTexts } from "../../ui/i18n.ts";
import { serviceTexts } from "./service-texts.ts";

/**
 * The server shows another certificate than the one trusted. Nobody is shown the new one to nod at: whoever goes on has
 * the fingerprint from the administrator.
 */
export function ServiceTrustAgain(props: {
  readonly address: string;
  readonly kind: "changed" | "untrusted";
  readonly onTrusted: () => void;
}): ReactNode {
  const t = useTexts(serviceTexts);
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<"otherFingerprint" | "unreachable" | undefined>(undefined);
  const compare = async (): Promise<void> => {
    const { outcome } = await desktop().serviceConnect({
      address: props.address,
      trusting: typed.slice(0, 200),
    });
    if (outcome === "connected") props.onTrusted();
    else setProblem(outcome === "unreachable" ? "unreachable" : "otherFingerprint");
  };
  return (
    <Alert
      type="error"
      showIcon
      title={t(props.kind === "changed" ? "changedAsk" : "lostTrust")}
      description={
        <form
          className="sy-service-line"
          onSubmit={(event) => {
            event.preventDefault();
            void compare();
          }}
        >
          <label htmlFor="service-fingerprint">{t("newFingerprint")}</label>
          <Input
            id="service-fingerprint"
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button htmlType="submit" disabled={typed.trim() === ""}>
            {t("compare")}
          </Button>
          <span className="sy-problem" role="alert">
            {problem !== undefined && t(problem)}
          </span>
        </form>
      }
    />
  );
}
