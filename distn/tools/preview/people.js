export const IBID = {
    name: 'Ibid',
    avatar: drawn('#2f6f8f', 
    // An opening quotation mark.
    '<g fill="#fff"><path d="M19 42c-5 0-8-4-8-9 0-8 5-14 13-17l2 4c-5 2-8 5-8 8h2c4 0 7 3 7 7s-3 7-8 7z"/><path d="M42 42c-5 0-8-4-8-9 0-8 5-14 13-17l2 4c-5 2-8 5-8 8h2c4 0 7 3 7 7s-3 7-8 7z"/></g>'),
    colour: '#6fb3d3',
};
export const ASKER = {
    name: 'reader',
    avatar: drawn('#8a6fb0', '<g fill="#fff"><circle cx="30" cy="23" r="9"/><path d="M12 50c1-11 8-16 18-16s17 5 18 16z"/></g>'),
    colour: '#c9b3e6',
};
function drawn(background, inner) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60"><rect width="60" height="60" fill="${background}"/>${inner}</svg>`;
    return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
