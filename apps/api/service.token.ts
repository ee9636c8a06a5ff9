/** What controllers ask Nest for to get the `Service` of libs/cases, which is made before Nest is. */
export const SERVICE = Symbol('service');
