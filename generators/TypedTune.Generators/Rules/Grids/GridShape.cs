using System.Numerics;

namespace TypedTune.Generators.Rules.Grids;

/// <summary>What the source shows of a space: its terms, whose sum it is.</summary>
internal sealed class GridShape(IReadOnlyList<GridTerm> terms)
{
    // Inclusion and exclusion looks at every subset of the terms.
    private const int MostTerms = 12;
    private const int MostProducts = 1_000;

    public static GridShape Unknown => new([new GridTerm([], IsWhole: false)]);

    /// <summary>What the space fixes in any of its terms.</summary>
    public IEnumerable<GridBinding> Bindings => terms.SelectMany(term => term.Bindings);

    /// <summary>How many candidates, repeats included; null if that is not certain.</summary>
    public BigInteger? Count => terms.Aggregate((BigInteger?)BigInteger.Zero, (sum, term) => sum + term.Count);

    public static GridShape operator +(GridShape left, GridShape right) => new([.. left.Terms, .. right.Terms]);

    public static GridShape operator *(GridShape left, GridShape right)
    {
        if ((long)left.Terms.Count * right.Terms.Count > MostProducts)
            return Unknown;
        return new GridShape([.. from a in left.Terms from b in right.Terms select Product(a, b)]);
    }

    /// <summary>The same space after a condition that the source does not evaluate.</summary>
    public GridShape Filtered() => new([.. terms.Select(term => term with { IsWhole = false })]);

    /// <summary>How many different candidates; null if that is not certain.</summary>
    public BigInteger? CountDistinct()
    {
        if (terms.Count > MostTerms || terms.Any(term => term.Box is null))
            return null;
        var rest = terms.ToList();
        var sum = BigInteger.Zero;
        while (rest.Count > 0)
        {
            var alike = rest.Where(term => term.IsComparableWith(rest[0])).ToArray();
            rest.RemoveAll(term => alike.Contains(term));

            // What an unlike term leaves at its default may be what this one names.
            if (rest.Any(other => alike.Any(term => !term.IsDisjointFrom(other))))
                return null;
            sum += CountUnion([.. alike.Select(term => term.Box!)]);
        }

        return sum;
    }

    private IReadOnlyList<GridTerm> Terms => terms;

    // An option that both take is one binding.
    private static GridTerm Product(GridTerm left, GridTerm right) => new(
        [.. left.Bindings, .. right.Bindings.Where(binding => binding.Option is null || !left.Bindings.Any(known => known.Path == binding.Path && known.Option == binding.Option))],
        left.IsWhole && right.IsWhole && !left.Bindings.Any(binding => right.Bindings.Any(binding.Conflicts)));

    private static BigInteger CountUnion(IReadOnlyDictionary<string, HashSet<string>>[] boxes)
    {
        var sum = BigInteger.Zero;
        for (int subset = 1; subset < 1 << boxes.Length; subset++)
        {
            var chosen = boxes.Where((_, i) => (subset & (1 << i)) != 0).ToArray();
            var volume = chosen[0].Keys.Aggregate(BigInteger.One, (product, path) => product * Shared(chosen, path));
            sum += chosen.Length % 2 == 1 ? volume : -volume;
        }

        return sum;
    }

    private static int Shared(IReadOnlyDictionary<string, HashSet<string>>[] boxes, string path) =>
        boxes.Length == 1 ? boxes[0][path].Count : boxes[0][path].Count(value => boxes.All(box => box[path].Contains(value)));
}
