import { safeStorage } from "electron";
import type { Keychain } from "./secrets.ts";

/** The asynchronous safeStorage: the other one is deprecated and asks the keychain on the main thread. */
export const systemKeychain: Keychain = {
  async isSafe() {
    // On Linux without a keyring the key is a constant that anyone can look up.
    if (process.platform === "linux" && safeStorage.getSelectedStorageBackend() === "basic_text")
      return false;
    return safeStorage.isAsyncEncryptionAvailable();
  },
  encrypt: (text) => safeStorage.encryptStringAsync(text),
  decrypt: async (bytes) => (await safeStorage.decryptStringAsync(Buffer.from(bytes))).result,
};
