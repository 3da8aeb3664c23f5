import { afterAll, beforeAll, inject } from "vitest";
import { type Office, type OfficeOptions, openOffice, type Premises } from "../../rig/office.js";
import { freshDatabase } from "../setup/database.js";

export { addDays, type FileInOffice, lineOf, type Office, until } from "../../rig/office.js";

/** An office for the tests of a file, on the servers of the run. It is open from its first test to its last. */
export function office(options: OfficeOptions & Pick<Premises, "encryption"> = {}): Office {
  let open: Awaited<ReturnType<typeof openOffice>>;
  beforeAll(async () => {
    open = await openOffice(
      {
        address: inject("temporalAddress"),
        namespace: inject("temporalNamespace"),
        databaseUrl: await freshDatabase(),
        bundle: inject("workflowBundle") ?? undefined,
        ...(options.encryption && { encryption: options.encryption }),
      },
      options,
    );
  });
  afterAll(() => open.close());
  return {
    get client() {
      return open.client;
    },
    get register() {
      return open.register;
    },
    get databaseUrl() {
      return open.databaseUrl;
    },
    get taskQueue() {
      return open.taskQueue;
    },
    file: (...filing) => open.file(...filing),
    known: (...id) => open.known(...id),
    startWorker: () => open.startWorker(),
    stopWorker: () => open.stopWorker(),
  };
}
