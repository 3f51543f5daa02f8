import { Alert, Button } from "antd";
import type { ReactNode } from "react";

interface NoSuchRecordProps {
  /** What is not there, in a plain sentence. */
  readonly title: string;
  /** The way on: what the button says, and the address it leads to. */
  readonly link: string;
  readonly address: string;
}

/** What an address of a record answers when the record is gone, or never was. */
export function NoSuchRecord({ title, link, address }: NoSuchRecordProps): ReactNode {
  return (
    <Alert
      type="info"
      showIcon
      title={title}
      action={
        <Button size="small" href={`#${address}`}>
          {link}
        </Button>
      }
    />
  );
}
