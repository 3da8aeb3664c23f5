/** The tables to which rows are only ever added. */
export const appendOnlyTables = ["journal", "acts", "bursts", "notices", "deliveries"] as const;
