/** Where each page is. What a person named is always escaped. */
const part = encodeURIComponent;

export const homePath = "/";
export const casesPath = "/dossiers";
export const casePath = (id: string): string => `/dossiers/${part(id)}`;
export const clockPath = (id: string, clock: string): string => `${casePath(id)}/delais/${part(clock)}`;
export const noticePath = (id: string, number: number): string => `${casePath(id)}/notifications/${number}`;
export const livePath = (id: string, version: number): string => `${casePath(id)}/suivi?apres=${version}`;
export const productPath = (id: string, company?: string): string =>
  `/produits/${part(id)}${company === undefined ? "" : `?entreprise=${part(company)}`}`;
export const actPath = (id: string, act: string, about?: string): string =>
  `${casePath(id)}/actes/${part(act)}${about === undefined ? "" : `?sujet=${part(about)}`}`;
export const supposingPath = (id: string): string => `${casePath(id)}/et-si`;
export const draftsPath = "/depots";
export const filingPath = (product: string): string => `${draftsPath}?produit=${part(product)}`;
export const draftPath = (id: string, page: number | "verification" | "suppression"): string =>
  `${draftsPath}/${part(id)}/${page}`;
export const calculatorPath = "/calcul";
export const calculatorFilePath = "/calcul.ics";
