import { useCallback, useEffect, useState } from "react";
import type { z } from "zod";
import { zNothing } from "../../../shared/people/wire.ts";
import { useToast } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { failureWords } from "./failure-words.ts";
import { callPeople, type PeopleFailure } from "./people-client.ts";
import { failureTexts, peopleTexts } from "./people-texts.ts";
import { useMe } from "./use-me.ts";

/** What may not be seen is left out; who has to say who they are is asked by the gate. */
const UNTOLD: ReadonlySet<string> = new Set(["notAllowed", "signIn", "passwordMustChange"]);

/** What the service lists there, and a way to ask again. Undefined until it answers, and where one may not see it. */
export function useListed<T>(schema: z.ZodType<T>, path: string): readonly [T | undefined, () => void] {
  const problem = useProblem();
  const [listed, setListed] = useState<T | undefined>(undefined);
  const [asked, setAsked] = useState(0);
  // Behind a question for a name or a new password nothing is listed; once it is answered, it is.
  const isIn = useMe(({ me }) => me?.person?.mustChange === false);
  useEffect(() => {
    if (!isIn) return undefined;
    let isGone = false;
    void callPeople(schema, path).then((answer) => {
      if (isGone) return;
      if (answer.ok) setListed(answer.value);
      else if (!UNTOLD.has(answer.failure.kind)) problem(answer.failure);
    });
    return () => {
      isGone = true;
    };
    // `problem` is made anew at every drawing; what it does is not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [schema, path, asked, isIn]);
  return [listed, useCallback(() => setAsked((count) => count + 1), [])];
}

/** Does something to people and says how it went; true when it was done. */
export function useAct(then: () => void): (path: string, body?: object) => Promise<boolean> {
  const t = useTexts(peopleTexts);
  const toast = useToast();
  const problem = useProblem();
  return async (path, body = {}) => {
    const answer = await callPeople(zNothing.loose(), path, body);
    if (answer.ok) toast.done(t("saved"));
    else problem(answer.failure);
    then();
    return answer.ok;
  };
}

export function useProblem(): (failure: PeopleFailure) => void {
  const t = useTexts(failureTexts);
  const toast = useToast();
  return (failure) => toast.problem(failureWords(t, failure));
}
