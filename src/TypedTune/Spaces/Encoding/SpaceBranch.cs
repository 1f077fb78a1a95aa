namespace TypedTune;

/// <summary>One branch of a space: the range of each hyperparameter, and the space's own distribution over it. Immutable and thread safe.</summary>
public sealed class SpaceBranch
{
    private readonly Func<double, double>?[] _quantiles;

    internal SpaceBranch(EncodedRange?[] ranges, Func<double, double>?[] quantiles)
    {
        Ranges = ranges;
        _quantiles = quantiles;
    }

    /// <summary>The range of each hyperparameter, in the order of the encoding; null where it is inactive.</summary>
    public IReadOnlyList<EncodedRange?> Ranges { get; }

    /// <summary>The number below which a share of the space's own draws of a hyperparameter lies, so that a uniform share draws from its prior. Conditions of <c>Where</c> are not seen.</summary>
    /// <param name="index">The hyperparameter, by its index.</param>
    /// <param name="share">From 0 to 1. Choices, whose indices have no order, come in the order in which they were listed.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such hyperparameter, or the share is outside of [0, 1].</exception>
    /// <exception cref="InvalidOperationException">The hyperparameter is inactive in this branch.</exception>
    public double Quantile(int index, double share)
    {
        if (index < 0 || index >= _quantiles.Length)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The index must be at least 0 and below {_quantiles.Length}, the number of hyperparameters, but is {index}.");
        if (!(share is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, FormattableString.Invariant($"A share must be from 0 to 1, but is {share}."));
        return _quantiles[index] is { } quantile
            ? quantile(share)
            : throw new InvalidOperationException($"Hyperparameter {index} is inactive in this branch, so it has no values to draw.");
    }
}
