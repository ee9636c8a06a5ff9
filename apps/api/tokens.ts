/** What controllers ask Nest for to get the `Service` of libs/cases, made before Nest is. */
export const SERVICE = Symbol('service');

/** The OpenAPI document. */
export const DOCUMENT = Symbol('document');

/** The files of the built web app. */
export const WEB_FILES = Symbol('web files');

/** How the API meets the outside. */
export const EDGE = Symbol('edge');
