namespace TypedTune.Learning;

/// <summary>Fits a logistic curve to labels by Newton's method with halved steps (Lin, Lin and Weng, "A note on Platt's probabilistic outputs for support vector machines", Machine Learning 68, 2007).</summary>
internal static class SigmoidFit
{
    private const int MostRounds = 100;
    private const double Enough = 1e-10;
    private const double Ridge = 1e-12;

    /// <summary>Finds the curve.</summary>
    /// <param name="probabilities">N numbers.</param>
    /// <param name="isLabel">Which rows have the label.</param>
    /// <param name="weights">N weights of at least 0.</param>
    public static ProbabilityCurve Find(ReadOnlySpan<double> probabilities, bool[] isLabel, double[] weights)
    {
        double hits = 0, misses = 0;
        for (int row = 0; row < isLabel.Length; row++)
        {
            if (isLabel[row])
                hits += weights[row];
            else
                misses += weights[row];
        }

        // Platt's targets: as if one more row of each kind had been seen.
        double high = (hits + 1) / (hits + 2), low = 1 / (misses + 2);
        double[] scores = probabilities.ToArray(), targets = Array.ConvertAll(isLabel, has => has ? high : low);
        double slope = 0, intercept = PortableMath.Log((misses + 1) / (hits + 1)), loss = Loss(scores, targets, weights, slope, intercept);
        for (int round = 0; round < MostRounds; round++)
        {
            var (g1, g2, h11, h21, h22) = Derivatives(scores, targets, weights, slope, intercept);
            if (Math.Abs(g1) < Enough && Math.Abs(g2) < Enough)
                break;
            double determinant = h11 * h22 - h21 * h21;
            double byIntercept = -(h22 * g1 - h21 * g2) / determinant, bySlope = -(h11 * g2 - h21 * g1) / determinant;
            double decrease = g1 * byIntercept + g2 * bySlope;
            double step = 1;
            for (; step >= Enough; step /= 2)
            {
                double next = Loss(scores, targets, weights, slope + step * bySlope, intercept + step * byIntercept);
                if (next < loss + 1e-4 * step * decrease)
                {
                    (slope, intercept, loss) = (slope + step * bySlope, intercept + step * byIntercept, next);
                    break;
                }
            }

            if (step < Enough)
                break;
        }

        return new ProbabilityCurve(slope, intercept, [], []);
    }

    // By the intercept first, then by the slope.
    private static (double G1, double G2, double H11, double H21, double H22) Derivatives(double[] scores, double[] targets, double[] weights, double slope, double intercept)
    {
        double g1 = 0, g2 = 0, h11 = Ridge, h21 = 0, h22 = Ridge;
        for (int row = 0; row < scores.Length; row++)
        {
            double predicted = 1 / (1 + PortableMath.Exp(slope * scores[row] + intercept));
            double gap = weights[row] * (targets[row] - predicted), spread = weights[row] * predicted * (1 - predicted);
            g1 += gap;
            g2 += scores[row] * gap;
            h11 += spread;
            h21 += scores[row] * spread;
            h22 += scores[row] * scores[row] * spread;
        }

        return (g1, g2, h11, h21, h22);
    }

    private static double Loss(double[] scores, double[] targets, double[] weights, double slope, double intercept)
    {
        double sum = 0;
        for (int row = 0; row < scores.Length; row++)
        {
            double logit = slope * scores[row] + intercept;
            sum += weights[row] * (logit >= 0
                ? targets[row] * logit + PortableMath.Log(1 + PortableMath.Exp(-logit))
                : (targets[row] - 1) * logit + PortableMath.Log(1 + PortableMath.Exp(logit)));
        }

        return sum;
    }
}
