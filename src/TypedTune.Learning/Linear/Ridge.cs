using MathNet.Numerics.LinearAlgebra;

namespace TypedTune.Learning;

/// <summary>
/// Linear regression with a penalty on the squares of the coefficients: minimises Σ v (y − xw − b)² + α‖w‖² over rows of weights v (Hoerl and
/// Kennard, "Ridge regression", 1970).
/// </summary>
/// <remarks>
/// The intercept b is not penalised. Solved exactly by a Cholesky factorisation of the P × P normal equations; columns of
/// very different size lose precision and are penalised unequally, so scale them first. Where rounding leaves no unique
/// solution the fit is refused; scikit-learn falls back to another solver and picks one.
/// </remarks>
[MissingValues(MissingValueTreatment.Refuse)]
public sealed partial record Ridge : IRegressor<Ridge, FittedRidge>, IWeightedRegressor<FittedRidge>, IFitEstimate
{
    /// <summary>The penalty α, at least 0; in the unit of a sum of squares over the rows, as scikit-learn's. Default: 1.</summary>
    [Hyperparameter(Min = 0, SearchMin = 1e-4, SearchMax = 1e4, Scale = Scale.Log)]
    public double Alpha { get; init; } = 1;

    /// <summary>Whether there is an intercept; without one the model goes through the origin. Default: <see langword="true"/>.</summary>
    [Hyperparameter(InAll = false)]
    public bool FitIntercept { get; init; } = true;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// There are no rows or columns, a value is missing or infinite, the columns depend on each other and
    /// <see cref="Alpha"/> is too small to choose between the solutions, or a coefficient is beyond the range of a double.
    /// </exception>
    public FittedRidge Fit(FeatureMatrix features, double[] target, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        DeclaredBounds.Check(this);
        features.RequireTrainable(Targets.Of(target), nameof(Ridge));
        return Solve(features, target, null);
    }

    /// <inheritdoc/>
    /// <remarks>Weights of 0 leave rows out; to multiply all weights is to divide <see cref="Alpha"/>.</remarks>
    /// <exception cref="ArgumentException">As without weights; or one is illegal, or all are 0.</exception>
    public FittedRidge Fit(FeatureMatrix features, double[] target, double[] weights, FitContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        DeclaredBounds.Check(this);
        features.RequireTrainable(Targets.Of(target), weights, nameof(Ridge));
        return Solve(features, target, weights);
    }

    // The products of all columns with each other, and the factorisation of what they make.
    FitEstimate IFitEstimate.EstimateFit(InputSize input) =>
        new(input.Values * (10 + input.Columns / 2.0) + Math.Pow(input.Columns, 3) / 3);

    private FittedRidge Solve(FeatureMatrix features, double[] target, double[]? weights)
    {
        int unit = PowerUnit.Choose(target);
        int columns = features.ColumnCount;
        var means = new double[columns];
        var centred = new double[columns][];
        for (int c = 0; c < columns; c++)
            (means[c], centred[c]) = Centre(features.Column(c), weights);
        var (targetMean, centredTarget) = Centre(PowerUnit.Take(target, unit), weights);

        var gram = Matrix<double>.Build.Dense(columns, columns);
        var moments = Vector<double>.Build.Dense(columns);
        for (int a = 0; a < columns; a++)
        {
            for (int b = 0; b <= a; b++)
                gram[a, b] = gram[b, a] = Dot(centred[a], centred[b]);
            gram[a, a] += Alpha;
            moments[a] = Dot(centred[a], centredTarget);
        }

        double[] coefficients = [.. Solve(gram, moments)];
        double intercept = FitIntercept ? targetMean - Dot(means, coefficients) : 0;
        double[] parameters = PowerUnit.Give([.. coefficients, intercept], unit);
        if (!Array.TrueForAll(parameters, double.IsFinite))
            throw new ArgumentException($"{nameof(Ridge)} finds coefficients beyond the range of a double. Scale the target down, or its columns up.", nameof(target));
        return new FittedRidge(features.Names, parameters[..^1], parameters[^1]);
    }

    private Vector<double> Solve(Matrix<double> gram, Vector<double> moments)
    {
        try
        {
            var cholesky = gram.Cholesky();
            var solution = cholesky.Solve(moments);
            if (!IsSingular(gram, cholesky.Factor) && solution.All(double.IsFinite))
                return solution;
        }
        catch (ArgumentException)
        {
            // MathNet's way of saying that the matrix is not positive definite.
        }

        throw new ArgumentException(FormattableString.Invariant($"{nameof(Ridge)} found no unique solution with {nameof(Alpha)} {Alpha}: a column is constant, follows from the others, or is too large to square. Raise {nameof(Alpha)}, or scale or leave out such columns."));
    }

    // A pivot is what is left of a column once the ones before it are taken out. Where that is rounding alone the
    // coefficients would be noise, which the factorisation does not notice.
    private static bool IsSingular(Matrix<double> gram, Matrix<double> factor)
    {
        for (int c = 0; c < gram.ColumnCount; c++)
        {
            if (factor[c, c] * factor[c, c] <= 16 * gram.ColumnCount * Rounding.MachineEpsilon * gram[c, c])
                return true;
        }

        return false;
    }

    // Weighted rows are centred, and then multiplied by the roots of their weights, which the products square.
    private (double Mean, double[] Centred) Centre(ReadOnlySpan<double> column, double[]? weights)
    {
        double mean = 0, total = weights is null ? column.Length : MetricWeights.Sum(weights);
        if (FitIntercept)
        {
            mean = SumFrom(0, column, weights) / total;

            // The rounding of large numbers' sum would be all in the intercept.
            mean += SumFrom(mean, column, weights) / total;
        }

        var centred = new double[column.Length];
        for (int row = 0; row < centred.Length; row++)
            centred[row] = weights is null ? column[row] - mean : Math.Sqrt(weights[row]) * (column[row] - mean);

        // What is left of a constant column is rounding, which a small penalty would blow up.
        if (Rounding.IsConstant(centred.Length, mean, Dot(centred, centred) / total))
            Array.Clear(centred);
        return (mean, centred);
    }

    private static double SumFrom(double origin, ReadOnlySpan<double> column, double[]? weights)
    {
        double sum = 0;
        if (weights is null)
        {
            foreach (double value in column)
                sum += value - origin;
            return sum;
        }

        for (int row = 0; row < column.Length; row++)
            sum += weights[row] * (column[row] - origin);
        return sum;
    }

    // Four sums, so that an addition need not wait for the one before.
    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double a = 0, b = 0, c = 0, d = 0;
        int i = 0;
        for (; i + 4 <= left.Length; i += 4)
        {
            a += left[i] * right[i];
            b += left[i + 1] * right[i + 1];
            c += left[i + 2] * right[i + 2];
            d += left[i + 3] * right[i + 3];
        }

        for (; i < left.Length; i++)
            a += left[i] * right[i];
        return a + b + (c + d);
    }
}
