import type { ReactNode } from "react";
import { useContractFile } from "../../contracts/contract-file.ts";
import type { IncidentFile } from "../incident-file.ts";
import { OrderDialog } from "./order-dialog.tsx";
import { QuoteDialog } from "./quote-dialog.tsx";

interface ContractDialogProps {
  readonly verb: "order" | "quote";
  readonly contractId: string;
  readonly file: IncidentFile;
  readonly onClose: () => void;
}

/** Orders or quotes a visit by a contract, once that is read. */
export function ContractDialog({ verb, contractId, file, onClose }: ContractDialogProps): ReactNode {
  const contractFile = useContractFile(contractId);
  if (contractFile === undefined || contractFile === null) return null;
  const Dialog = verb === "order" ? OrderDialog : QuoteDialog;
  return <Dialog file={file} contractFile={contractFile} onClose={onClose} />;
}
