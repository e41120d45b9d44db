/** Penalty of each weight, against observations that together weigh thousands: it only keeps weights finite. */
const L2 = 1;
/** Newton's method has converged to six digits by the tenth step. */
const STEPS = 25;
/** Fits a logistic regression by Newton's method (iteratively reweighted least squares; Hastie et al. 2009, 4.4.1). */
export function fitLogistic(observations) {
    const width = (observations[0]?.values.length ?? 0) + 1;
    const rows = observations.map(({ values }) => [1, ...values]);
    let weights = new Array(width).fill(0);
    for (let step = 0; step < STEPS; step++) {
        const slope = weights.map((weight) => -L2 * weight);
        const curve = weights.map((_, i) => weights.map((_, j) => (i === j ? L2 : 0)));
        observations.forEach(({ right, weight }, at) => {
            const row = rows[at];
            const chance = sigmoid(dot(row, weights));
            for (let i = 0; i < width; i++) {
                slope[i] += weight * (Number(right) - chance) * row[i];
                const bend = weight * chance * (1 - chance) * row[i];
                for (let j = 0; j < width; j++)
                    curve[i][j] += bend * row[j];
            }
        });
        const change = solve(curve, slope);
        weights = weights.map((value, i) => value + change[i]);
    }
    const [intercept = 0, ...rest] = weights;
    return { intercept, weights: rest };
}
/** The probability, from 0 to 1, that a trial with these values ends right. */
export function probabilityBy({ intercept, weights }, values) {
    return sigmoid(intercept + dot(values, weights));
}
/**
 * The area under the ROC curve: the probability that one of `higher` lies above one of `lower`, ties half (Mann and Whitney
 * 1947). .5 is chance.
 */
export function areaUnderCurve(higher, lower) {
    const sorted = [...lower].sort((a, b) => a - b);
    const below = (value, orEqual) => {
        let [from, to] = [0, sorted.length];
        while (from < to) {
            const middle = (from + to) >> 1;
            if (sorted[middle] < value || (orEqual && sorted[middle] === value))
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    };
    const wins = higher.reduce((sum, value) => sum + (below(value, false) + below(value, true)) / 2, 0);
    return wins / (higher.length * lower.length);
}
function sigmoid(logit) {
    return 1 / (1 + Math.exp(-logit));
}
function dot(row, weights) {
    return row.reduce((sum, value, i) => sum + value * weights[i], 0);
}
/** Solves a system of linear equations (Gauss-Jordan elimination with pivoting). */
function solve(matrix, right) {
    const rows = matrix.map((row, i) => [...row, right[i]]);
    for (let column = 0; column < rows.length; column++) {
        const rest = rows.slice(column).map((row) => Math.abs(row[column]));
        const pivot = column + rest.indexOf(Math.max(...rest));
        [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
        const own = rows[column];
        for (const row of rows) {
            if (row === own)
                continue;
            const factor = row[column] / own[column];
            for (let i = column; i < row.length; i++)
                row[i] -= factor * own[i];
        }
    }
    return rows.map((row, i) => row[rows.length] / row[i]);
}
