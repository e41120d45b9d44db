export function serialQueue() {
    let last = Promise.resolve();
    async function acquire() {
        const before = last;
        let release = () => { };
        last = new Promise((resolve) => {
            release = resolve;
        });
        await before;
        return release;
    }
    return {
        acquire,
        async run(act) {
            const release = await acquire();
            try {
                return await act();
            }
            finally {
                release();
            }
        },
    };
}
