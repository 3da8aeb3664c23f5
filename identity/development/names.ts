/** What the issuer of development is called by; apart from it, so that nothing loads it where it has no place. */

/** Where it is mounted. */
export const developmentIssuerPath = "/dev/issuer";
/** The secret of its clients: it protects nothing. */
export const developmentSecret = "development";
/** Where one says who one is. */
export const signInPagePath = "/dev/sign-in";
/** The client by which people sign in here. */
export const developmentClient = "guichet";
