import { keepLink, linksOf } from "./archive-links.ts";
import type { ArchiveParts } from "./archive-parts.ts";
import { StoreRelay } from "./archive-relay.ts";
import type { DeskArchive } from "./archive.ts";

// Loaded when they are asked for: the first screen does not wait for the encryption.
const keys = async () => import("./archive-keys.ts");
const making = async () => import("./archive-make.ts");
const reading = async () => import("./archive-take-in.ts");

export function deskArchive(parts: ArchiveParts): DeskArchive {
  const { store } = parts;
  return {
    fingerprint: async () => (await keys()).fingerprintIn(store),
    recovery: async () => (await keys()).recoveryOf(store),
    drawRecovery: async () => (await keys()).drawRecoveryKey(),
    keepRecovery: async (paper) => (await keys()).keepRecovery(store, paper),
    make: async (passphrase, progress) => (await making()).makeArchive(parts, passphrase, progress),
    check: async (...asked) => (await reading()).checkFile(parts, ...asked),
    takeIn: async (file, opener, checked, progress, signal, told = {}) =>
      (await reading()).takeInFile(parts, file, opener, checked, progress, signal, told),
    links: () => linksOf(store),
    addLink: async (name) => {
      const link = (await making()).drawLink(name);
      await keepLink(store, link);
      return link;
    },
    unjudged: async () => (await making()).unjudgedIn(parts),
    makeFerry: async (link, passphrase, progress, told = { onlyJudged: false }) =>
      (await making()).makeFerry(parts, link, passphrase, progress, told),
    relay: new StoreRelay(parts),
  };
}
