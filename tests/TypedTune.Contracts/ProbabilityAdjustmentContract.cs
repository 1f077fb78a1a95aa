using CsCheck;

namespace TypedTune.Contracts;

/// <summary>What every adjustment of probabilities promises. Inherit it in a test project, and say how to create it for the labels a, b and c.</summary>
public abstract class ProbabilityAdjustmentContract
{
    private static readonly string[] s_labels = ["a", "b", "c"];

    /// <summary>Creates the adjustment, each time with the same settings.</summary>
    protected abstract IProbabilityAdjustment Create();

    [Fact]
    public void AdjustedProbabilities_AddUpToOneUnderTheSameLabels() => Each((fitted, probabilities, _, _) =>
    {
        var adjusted = fitted.AdjustProbabilities(probabilities);

        Assert.Equal(probabilities.Names, adjusted.Names);
        for (int row = 0; row < adjusted.RowCount; row++)
        {
            Assert.All(Enumerable.Range(0, 3), level => Assert.InRange(adjusted[row, level], 0, 1));
            Assert.Equal(1, Enumerable.Range(0, 3).Sum(level => adjusted[row, level]), 1e-9);
        }
    });

    [Fact]
    public void ChosenLabels_AreAmongThoseThatThereAre() => Each((fitted, probabilities, _, _) =>
    {
        var labels = fitted.ChooseLabels(fitted.AdjustProbabilities(probabilities));

        Assert.Equal(probabilities.RowCount, labels.RowCount);
        Assert.All(Enumerable.Range(0, labels.RowCount), row => Assert.Contains(labels[row]!, s_labels));
    });

    [Fact]
    public void Row_IsAdjustedTheSameWayWhateverStandsBesideIt() => Each((fitted, probabilities, _, _) =>
    {
        var all = fitted.AdjustProbabilities(probabilities);
        int[] some = [2, 0];

        var taken = fitted.AdjustProbabilities(probabilities.TakeRows(some));

        for (int i = 0; i < some.Length; i++)
            Assert.All(Enumerable.Range(0, 3), level => Assert.Equal(all[some[i], level], taken[i, level]));
        Assert.Equal(some.Select(row => fitted.ChooseLabels(all)[row]), Enumerable.Range(0, some.Length).Select(i => fitted.ChooseLabels(taken)[i]));
    });

    [Fact]
    public void SamePredictions_AreLearnedFromToTheSameBits() => Each((fitted, probabilities, target, _) =>
        Assert.Equal(Text(fitted, probabilities), Text(Create().Fit(probabilities, target, null), probabilities)));

    [Fact]
    public void WeightsOfOne_AreNoWeights() => Each((fitted, probabilities, target, _) =>
        Assert.Equal(Text(fitted, probabilities), Text(Create().Fit(probabilities, target, [.. Enumerable.Repeat(1.0, target.RowCount)]), probabilities)));

    [Fact]
    public void RowsOfWeightZero_AreNotLearnedFrom() => Each((_, probabilities, target, random) =>
    {
        double[] weights = [.. Enumerable.Range(0, target.RowCount).Select(row => row < 6 ? 1.0 : random.NextBelow(2))];
        int[] kept = [.. Enumerable.Range(0, target.RowCount).Where(row => weights[row] > 0)];
        var (with, without) = (Create().Fit(probabilities, target, weights), Create().Fit(probabilities.TakeRows(kept), target.TakeRows(kept), null));

        for (int row = 0; row < probabilities.RowCount; row++)
            Assert.All(Enumerable.Range(0, 3), level => Assert.Equal(without.AdjustProbabilities(probabilities)[row, level], with.AdjustProbabilities(probabilities)[row, level], 1e-9));
    });

    [Fact]
    public void NoPredictions_AreRefused() => Assert.Throws<ArgumentNullException>(() => Create().Fit(null!, Categories.From(["a"]), null));

    private static string Text(IFittedProbabilityAdjustment fitted, FeatureMatrix probabilities) => string.Join(' ', fitted.AdjustProbabilities(probabilities).AsColumnMajor().ToArray().Select(value => $"{value:R}"));

    // Every label has two rows at least.
    private void Each(Action<IFittedProbabilityAdjustment, FeatureMatrix, Categories, RandomStream> assert) => Gen.Select(Gen.Int[6, 40], Gen.Int[0, 1_000_000]).Sample(
        (rows, seed) =>
        {
            var random = Seed.Of(seed).Stream();
            var target = new Categories(s_labels, [.. Enumerable.Range(0, rows).Select(row => row < 6 ? row % 3 : random.NextBelow(3))]);
            double[][] shares = [.. Enumerable.Range(0, rows).Select(row => s_labels.Select((_, level) => random.NextDouble() + (target.Codes[row] == level ? 0.4 : 0.01)).ToArray())];
            var probabilities = FeatureMatrix.FromRows([.. shares.Select(own => Array.ConvertAll(own, share => share / own.Sum()))], new FeatureNames(s_labels));
            assert(Create().Fit(probabilities, target, null), probabilities, target, random);
        },
        iter: 100);
}
