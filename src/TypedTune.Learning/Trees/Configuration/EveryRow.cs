namespace TypedTune.Learning;

/// <summary>Every row, once: trees differ by the features they draw alone, as in extremely randomized trees. Immutable.</summary>
[Configuration]
public sealed partial record EveryRow : RowSampling
{
    internal override bool TakesAll(int rows) => true;

    internal override double DistinctRows(int rows) => rows;

    internal override void Draw(Seed seed, Span<int> draws) => draws.Fill(1);
}
