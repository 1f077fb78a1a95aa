using TypedTune.Learning.Tests.Validation;

namespace TypedTune.Learning.Tests;

/// <summary>What splitters of others make is checked wherever it is used.</summary>
public sealed class CheckedFoldsTests
{
    private static readonly Dataset s_data = Samples.Signal(10);

    public static TheoryData<int[], int[], string> Illegal => new()
    {
        { [0, 1, 2], [3, 10], "Fold 1 of listed folds has row 10, which is outside the 10 rows." },
        { [0, -1, 2], [3, 4], "Fold 1 of listed folds has row -1, which is outside the 10 rows." },
        { [0, 1, 2], [3, 1], "Fold 1 of listed folds has row 1 on both sides: what is learned from cannot be scored on." },
        { [], [3, 1], "Fold 1 of listed folds has no row to learn from." },
        { [0, 1, 2], [], "Fold 1 of listed folds has no row to be scored on." },
        { [0, 1, 2], [3, 4, 3], "Fold 1 of listed folds holds row 3 back twice, so that it would be scored twice." },
    };

    [Theory]
    [MemberData(nameof(Illegal))]
    public void IllegalFold_IsRefusedBySearchesAndEveryValidation(int[] train, int[] validation, string message)
    {
        var folds = new ListedFolds(new Fold([0, 1, 2, 3, 4], [5, 6, 7, 8, 9]), new Fold(train, validation));
        var search = new GridSearch<Ridge>(Ridge.Space.Alpha.In(1)) { Evaluation = folds, Scoring = Metric.MeanSquaredError };
        var outer = search with { Evaluation = new KFold(2) };

        Refused(() => search.Plan(s_data));
        Refused(() => search.Fit(s_data));
        Refused(() => outer.CrossValidate(s_data, folds));
        Refused(() => new Ridge().CrossValidate(s_data, folds, Metric.MeanSquaredError));
        Refused(() => new Ridge().CrossPredict(s_data, folds));
        Refused(() => new Ridge().LearningCurve(s_data, folds, Metric.MeanSquaredError));
        Refused(() => new Ridge().PermutationTest(s_data, folds, Metric.MeanSquaredError, new() { Permutations = 1 }));
        Refused(() => Ridge.Space.Alpha.In(1, 2).ValidationCurve(s_data, folds, Metric.MeanSquaredError));

        void Refused(Action action) => Assert.StartsWith(message, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherNumberOfFoldsThanItSays_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new Ridge().CrossValidate(s_data, new Boaster(), Metric.MeanSquaredError, cancellationToken: TestContext.Current.CancellationToken));

        Assert.StartsWith("a boaster says that it makes 3 folds, but made 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NullInsteadOfFolds_IsNamed()
    {
        string Refusal(params Fold[]? folds) => Assert.Throws<ArgumentException>(() => new Ridge().CrossValidate(s_data, new Listed(folds!), Metric.MeanSquaredError)).Message;

        Assert.StartsWith("a list returned null from Split instead of 2 folds. Mend the splitter.", Refusal(null), StringComparison.Ordinal);
        Assert.StartsWith("Fold 1 of a list is null. Mend the splitter.", Refusal(new Fold([0, 1], [2]), null!), StringComparison.Ordinal);
    }

    [Fact]
    public void RowsHeldBackByTwoFolds_AreScoredInBoth()
    {
        var folds = new ListedFolds(new Fold([0, 1, 2, 3, 4], [5, 6, 7]), new Fold([0, 1, 2, 3], [5, 6, 9]));

        Assert.Equal(2, new Ridge().CrossValidate(s_data, folds, Metric.MeanSquaredError, cancellationToken: TestContext.Current.CancellationToken).Validation.Values.Count);
        Assert.StartsWith("Each row is predicted by models that did not learn from it, but row 0 is held back never", Assert.Throws<ArgumentException>(() => new Ridge().CrossPredict(s_data, folds, cancellationToken: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    private sealed class Listed(Fold[] folds) : ISplitter
    {
        public int? FoldCount => 2;

        public IReadOnlyList<Fold> Split(RowRoles rows) => folds;

        public override string ToString() => "a list";
    }

    private sealed class Boaster : ISplitter
    {
        public int? FoldCount => 3;

        public IReadOnlyList<Fold> Split(RowRoles rows) => [new Fold([0, 1], [2])];

        public override string ToString() => "a boaster";
    }
}
