/** An open case of the same procedure already covers this product and indication. */
export class OpenCaseExists extends Error {
  override readonly name = "OpenCaseExists";
  readonly case: string;
  readonly indication: string;
  constructor(caseId: string, indication: string) {
    super(`Case ${caseId} is open for the indication "${indication}".`);
    this.case = caseId;
    this.indication = indication;
  }
}

/** The same principal used the same idempotency key for another request. */
export class IdempotencyConflict extends Error {
  override readonly name = "IdempotencyConflict";
  readonly case: string;
  constructor(caseId: string) {
    super("This idempotency key was already used for another request.");
    this.case = caseId;
  }
}

/** No such case in the register. */
export class UnknownCase extends Error {
  override readonly name = "UnknownCase";
  readonly case: string;
  constructor(caseId: string) {
    super(`The register holds no case ${caseId}.`);
    this.case = caseId;
  }
}

/** Only a sandbox case has a time of its own. */
export class NotASandboxCase extends Error {
  override readonly name = "NotASandboxCase";
  readonly case: string;
  constructor(caseId: string) {
    super(`Case ${caseId} is not a sandbox case: its time can't be moved.`);
    this.case = caseId;
  }
}

/**
 * The burst doesn't follow what the register holds (a number skipped, entries that don't continue the journal). It is a
 * fault of the caller, or a register restored from an older copy: nothing was written, trying again changes nothing.
 */
export class BurstOutOfStep extends Error {
  override readonly name = "BurstOutOfStep";
}

/** What of the case can't be erased now: it isn't concluded, something of it is under way, or its chain doesn't hold. */
export class CaseNotErasable extends Error {
  override readonly name = "CaseNotErasable";
}
