using System.Numerics;

namespace TypedTune.Generators.Rules.Grids;

/// <summary>A product of hyperparameters' values: a term of a space in its normal form, a sum of products.</summary>
/// <param name="Bindings">What it fixes.</param>
/// <param name="IsWhole">Whether these are all its factors, and none is filtered.</param>
internal sealed record GridTerm(IReadOnlyList<GridBinding> Bindings, bool IsWhole)
{
    private IEnumerable<GridBinding> Fixed => Bindings.Where(binding => binding.Option is null);

    /// <summary>How many candidates, repeats included; null if that is not certain.</summary>
    public BigInteger? Count => IsWhole
        ? Fixed.Aggregate((BigInteger?)BigInteger.One, (product, binding) => product * binding.Values.Count)
        : null;

    /// <summary>The distinct values of each hyperparameter by its path; null if they are not all certain.</summary>
    public IReadOnlyDictionary<string, HashSet<string>>? Box =>
        IsWhole && Fixed.All(binding => binding.Values.Keys is not null)
            ? Fixed.ToDictionary(binding => binding.Path, binding => binding.Values.Distinct!)
            : null;

    /// <summary>Whether no candidate of this can be one of the other, for certain.</summary>
    public bool IsDisjointFrom(GridTerm other) => Bindings.Any(binding => other.Bindings.Any(their =>
        binding.Path == their.Path
        && ((binding.Option is not null && their.Option is not null && binding.Option != their.Option)
            || (binding.Option is null && their.Option is null && binding.Values.IsDisjointFrom(their.Values)))));

    /// <summary>Whether both vary the same and write it the same way, so that their candidates can be compared.</summary>
    public bool IsComparableWith(GridTerm other) =>
        Bindings.Count == other.Bindings.Count
        && Bindings.All(binding => other.Bindings.Any(their =>
            their.Path == binding.Path && their.Option == binding.Option && their.Values.Notation == binding.Values.Notation));
}
