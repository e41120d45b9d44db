/** Nothing but menus, tags and headlines of others: it comes behind all that is prose. */
export const furniture = {
    name: 'furniture',
    value: ({ analysis }) => (analysis.furniture === 'whole' ? 1 : 0),
};
/** Prose with tags or a menu glued to it: a clean sentence that says the same comes first. */
export const furnitureBeside = {
    name: 'furniture-beside',
    value: ({ analysis }) => (analysis.furniture === 'beside' ? 1 : 0),
};
