import { useEffect, useState, type ReactNode } from "react";
import { useLocation } from "wouter";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { useTexts } from "../ui/i18n.ts";
import { usePreferences } from "../state/preferences.ts";
import { appTexts } from "./app-texts.ts";
import { KeyboardHelp } from "./keyboard-help.tsx";
import { Nav } from "./nav.tsx";
import { Routes } from "./routes.tsx";
import { SecondCopyNews } from "./second-copy-news.tsx";
import { TopBar } from "./top-bar.tsx";
import "./shell.css";

/** What stands around every screen: navigation at the left, the office's name and tools above. */
export function Shell(): ReactNode {
  const t = useTexts(appTexts);
  const [location] = useLocation();
  const collapsed = usePreferences((state) => state.navCollapsed);
  const [helping, setHelping] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "F1" || event.isComposing) return;
      event.preventDefault();
      setHelping(true);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <div className={`sy-shell${collapsed ? " is-collapsed" : ""}`}>
      <a
        className="sy-skip"
        href="#main"
        onClick={(event) => {
          // The address after # is the page's own.
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        {t("skip")}
      </a>
      <Nav />
      <TopBar onHelp={() => setHelping(true)} />
      <main id="main" tabIndex={-1}>
        <SecondCopyNews />
        <ErrorBoundary place={location}>
          <Routes />
        </ErrorBoundary>
      </main>
      {helping && <KeyboardHelp onClose={() => setHelping(false)} />}
    </div>
  );
}
