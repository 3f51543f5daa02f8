import { create } from "zustand";

/** Rises when something that came by file reached the service, or was refused there: who shows it looks again. */
export const useRelayTurn = create<{ readonly turn: number; readonly refusal?: string | undefined }>()(
  () => ({
    turn: 0,
  }),
);

export function relayMoved(refusal?: string): void {
  useRelayTurn.setState(({ turn }) => ({ turn: turn + 1, refusal }));
}
