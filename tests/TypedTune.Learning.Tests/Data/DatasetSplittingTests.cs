using CsCheck;

namespace TypedTune.Learning.Tests.Data;

public sealed class DatasetSplittingTests
{
    private static Gen<(int Rows, double Fraction, int Seed)> Cases { get; } =
        Gen.Select(Gen.Int[2, 200], Gen.Double[0.01, 0.99], Gen.Int).Where((rows, fraction, _) => Math.Ceiling(rows * fraction) < rows);

    [Fact]
    public void Split_PartitionsTheRows() => Cases.Sample((rows, fraction, seed) =>
    {
        var (train, test) = Numbered(rows).Split(fraction, seed);

        Assert.Equal((int)Math.Ceiling(fraction * rows), test.RowCount);
        Assert.Equal(Enumerable.Range(0, rows), train.Concat(test).Select(visit => visit.Count).Order());
    });

    [Fact]
    public void StratifiedSplit_PartitionsTheRowsInProportion() => Gen.Select(Gen.Int[2, 30].Array[1, 8], Gen.Double[0.01, 0.99], Gen.Int)
        .Where((sizes, fraction, _) => Math.Ceiling(sizes.Sum() * fraction) < sizes.Sum())
        .Sample((sizes, fraction, seed) =>
        {
            int[] stratumOf = [.. sizes.SelectMany((size, stratum) => Enumerable.Repeat(stratum, size))];
            Seed.Of(seed).Derive(1000).Stream().Shuffle<int>(stratumOf);
            var (train, test) = Numbered(stratumOf.Length).SplitStratified(fraction, seed, visit => stratumOf[visit.Count]);

            Assert.Equal((int)Math.Ceiling(fraction * stratumOf.Length), test.RowCount);
            Assert.Equal(Enumerable.Range(0, stratumOf.Length), train.Concat(test).Select(visit => visit.Count).Order());
            for (int stratum = 0; stratum < sizes.Length; stratum++)
            {
                double share = (double)test.RowCount * sizes[stratum] / stratumOf.Length;
                Assert.InRange(test.Count(visit => stratumOf[visit.Count] == stratum), Math.Floor(share), Math.Ceiling(share));
            }
        });

    [Fact]
    public void EqualRemainders_AreGivenToTheStratumThatAppearsFirst()
    {
        string[] notes = ["b", "b", "a", "a", "c", "c"];
        var (_, test) = new Table<Visit>(notes.Select(note => new Visit { Note = note })).SplitStratified(0.3, 1, visit => visit.Note);

        Assert.Equal(["a", "b"], test.Select(visit => visit.Note).Order());
    }

    [Fact]
    public void SameSeed_GivesTheSamePartsAndAnotherOthers()
    {
        var table = Numbered(100);

        Assert.Equal(Order(table.Split(0.2, 42).Train), Order(table.Split(0.2, 42).Train));
        Assert.NotEqual(Order(table.Split(0.2, 42).Train), Order(table.Split(0.2, 43).Train));
        Assert.Equal(Order(table.SplitStratified(0.2, 42, Parity).Test), Order(table.SplitStratified(0.2, 42, Parity).Test));
        Assert.NotEqual(Order(table.SplitStratified(0.2, 42, Parity).Test), Order(table.SplitStratified(0.2, 43, Parity).Test));

        static int Parity(Visit visit) => visit.Count % 2;
    }

    [Fact]
    public void SeedOne_GivesTheseParts_OnEveryMachine()
    {
        var table = Numbered(10);

        Assert.Equal([6, 4, 7, 2], Order(table.Split(0.4, 1).Test));
        Assert.Equal([1, 6, 4, 7], Order(table.SplitStratified(0.4, 1, visit => visit.Count % 2).Test));
    }

    [Fact]
    public void Parts_AreInRandomOrder()
    {
        var (train, test) = Numbered(1000).SplitStratified(0.5, 7, visit => visit.Count / 500);

        foreach (int[] order in new[] { Order(train), Order(test) })
        {
            // The ranks of a random order have a correlation with their places of sd 1/√500.
            double correlation = MathNet.Numerics.Statistics.Correlation.Spearman(order.Select(row => (double)row), Enumerable.Range(0, order.Length).Select(place => (double)place));
            Assert.InRange(correlation, -0.2, 0.2);
        }
    }

    [Fact]
    public void EveryRow_IsTestedOnAboutAsOften()
    {
        var table = Numbered(10);
        var times = new int[10];
        for (int seed = 0; seed < 2000; seed++)
        {
            foreach (var visit in table.Split(0.3, seed).Test)
                times[visit.Count]++;
        }

        // 600 expected, sd √(2000 · 0.3 · 0.7) ≈ 20.5.
        Assert.All(times, count => Assert.InRange(count, 500, 700));
    }

    [Fact]
    public void PartOfAPart_IsSplitByItsOwnRows()
    {
        var (train, _) = Numbered(100).Split(0.2, 1);
        var (smaller, validation) = train.Split(0.25, 2);

        Assert.Equal(20, validation.RowCount);
        Assert.Equal(Order(train).Order(), Order(smaller).Concat(Order(validation)).Order());
    }

    [Fact]
    public void CaliforniaHousing_KeepsTheShareOfEachIncome()
    {
        var districts = Csv.Read<District>(Golden.RequireFile("data", "california-housing.csv"));
        var (train, test) = districts.SplitStratified(0.2, 42, IncomeBracket);

        Assert.Equal(16_512, train.RowCount);
        Assert.Equal(4_128, test.RowCount);
        for (int bracket = 1; bracket <= 5; bracket++)
            Assert.Equal(districts.Count(row => IncomeBracket(row) == bracket) / 20_640.0, test.Count(row => IncomeBracket(row) == bracket) / 4_128.0, 1.0 / 4_128);

        static int IncomeBracket(District district) => Math.Clamp((int)Math.Ceiling(district.MedianIncome / 1.5), 1, 5);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void FractionOutsideBounds_IsRefused(double fraction)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>("testFraction", () => Numbered(10).Split(fraction, 1));

        Assert.StartsWith("The test fraction must be above 0 and below 1.", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("testFraction", () => Numbered(10).SplitStratified(fraction, 1, _ => 0));
    }

    [Fact]
    public void FractionThatLeavesNoTraining_IsRefused() => Assert.StartsWith(
        "All 4 rows would be tested on, and none be left to learn from.",
        Assert.Throws<ArgumentOutOfRangeException>("testFraction", () => Numbered(4).Split(0.9, 1)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void TableOfFewerThanTwoRows_IsRefused(int rows) => Assert.StartsWith(
        $"At least 2 rows are needed to be split, but there {(rows == 1 ? "is 1" : "are none")}.",
        Assert.Throws<ArgumentException>("data", () => Numbered(rows).Split(0.5, 1)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Dataset_IsSplitByItsLabels()
    {
        var features = FeatureMatrix.FromColumns(new FeatureNames("x"), [.. Enumerable.Range(0, 100).Select(row => (double)row)]);
        var labels = Categories.From(Enumerable.Range(0, 100).Select(row => row % 4 == 0 ? "rare" : "frequent"));

        var (train, test) = new Dataset(features, Targets.Of(labels)).SplitStratified(0.2, seed: 3);

        Assert.Equal((80, 20), (train.RowCount, test.RowCount));
        Assert.Equal("20 rows: frequent 15, rare 5", test.Targets.Labels.ToString());
        Assert.Equal(Enumerable.Range(0, 100).Select(row => (double)row), train.Features.Column(0).ToArray().Concat(test.Features.Column(0).ToArray()).Order());
        Assert.StartsWith(
            "Rows are stratified by their labels, but target holds numbers. Say what the stratum of a row is, such as a bracket of it, or call Split.",
            Assert.Throws<ArgumentException>("data", () => new Dataset(features, [.. Enumerable.Repeat(1.0, 100)]).SplitStratified(0.2, seed: 3)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void StratumOfOneRow_IsRefusedByName() => Assert.StartsWith(
        "The stratum '7' has a single row, row 7; each needs 2 at least. Merge it with another stratum, or split without strata.",
        Assert.Throws<ArgumentException>("stratum", () => Numbered(8).SplitStratified(0.5, 1, visit => visit.Count == 7 ? 7 : 0)).Message,
        StringComparison.Ordinal);

    private static Table<Visit> Numbered(int rows) => new(Enumerable.Range(0, rows).Select(row => new Visit { Count = row }));

    private static int[] Order(Table<Visit> table) => [.. table.Column(Visit.Columns.Count).Select(count => (int)count)];
}
