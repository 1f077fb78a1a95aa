namespace TypedTune.Learning;

/// <summary>Every tree learns from every row, once; trees differ only by the features that they draw, as in extremely randomized trees. Immutable.</summary>
[Configuration]
public sealed partial record EveryRow : RowSampling
{
    internal override bool TakesAll(int rows) => true;

    internal override double DistinctRows(int rows) => rows;

    internal override void Draw(Seed seed, Span<int> draws) => draws.Fill(1);
}
