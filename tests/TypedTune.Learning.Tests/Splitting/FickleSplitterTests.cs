using TypedTune.Learning.Tests.Validation;

namespace TypedTune.Learning.Tests;

/// <summary>A splitter whose number of folds is not what it says, at once or later, is an error in every way of evaluating.</summary>
public sealed class FickleSplitterTests
{
    private static readonly Dataset s_data = Samples.Signal(12);
    private static readonly Fold s_fold = new([0, 1, 2, 3, 4, 5], [6, 7, 8]);

    public static TheoryData<ISplitter, string> Splitters => new()
    {
        { new Fickle(3, 1), "a fickle splitter says that it makes 3 folds, but made 1. Mend the splitter." },
        { new Fickle(1, 3), "a fickle splitter says that it makes 1 folds, but made 3. Mend the splitter." },
        { new Fickle(0, 0), "a fickle splitter says that it makes 0 folds, but nothing can be scored on fewer than 1. Mend the splitter." },
        { new Fickle(-2, 1), "a fickle splitter says that it makes -2 folds, but nothing can be scored on fewer than 1. Mend the splitter." },
        { new Fickle(int.MaxValue, 2), "a fickle splitter says that it makes 2147483647 folds, but made 2. Mend the splitter." },
        { new KFold(int.MaxValue), "2147483647 folds need at least 2147483647 rows, but there are 12." },
    };

    [Theory]
    [MemberData(nameof(Splitters))]
    public void OtherNumberThanItSays_IsRefusedBySearchesAndEveryValidation(ISplitter folds, string message)
    {
        var search = new GridSearch<Ridge>(Ridge.Space.Alpha.In(1)) { Evaluation = folds, Scoring = Metric.MeanSquaredError };
        var outer = search with { Evaluation = new KFold(2) };

        Refused(() => search.Plan(s_data));
        Refused(() => search.Fit(s_data));
        Refused(() => search.Units(s_data));
        Refused(() => search.FitUnits(s_data, [new SearchUnit(0, 0)]), typeof(ArgumentOutOfRangeException));
        Refused(() => outer.CrossValidate(s_data, folds));
        Refused(() => search.CrossValidate(s_data, new KFold(2)), null);
        Refused(() => new Ridge().CrossValidate(s_data, folds, Metric.MeanSquaredError));
        Refused(() => new Ridge().CrossPredict(s_data, folds));
        Refused(() => new Ridge().LearningCurve(s_data, folds, Metric.MeanSquaredError));
        Refused(() => new Ridge().PermutationTest(s_data, folds, Metric.MeanSquaredError, new() { Permutations = 1 }));
        Refused(() => Ridge.Space.Alpha.In(1, 2).ValidationCurve(s_data, folds, Metric.MeanSquaredError));

        void Refused(Action action, Type? orElse = null)
        {
            var error = Assert.ThrowsAny<ArgumentException>(action);
            if (orElse is null || error.GetType() != orElse)
                Assert.Contains(message.Replace("12.", "", StringComparison.Ordinal), error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void OtherNumberForPermutedTargets_IsRefused()
    {
        var folds = new Fickle(2, 2, 1);

        var error = Assert.ThrowsAny<ArgumentException>(() => new Ridge().PermutationTest(s_data, folds, Metric.MeanSquaredError, new() { Permutations = 20 }, TestContext.Current.CancellationToken));

        Assert.Contains("it must give the same folds every time", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Makes other numbers of folds each time, the last one for ever, and says so after the first time.</summary>
    private sealed class Fickle(int said, params int[] made) : ISplitter
    {
        private int _calls;

        public int? FoldCount => made.Length == 1 || _calls == 0 ? said : made[Math.Min(_calls, made.Length) - 1];

        public IReadOnlyList<Fold> Split(RowRoles rows) => [.. Enumerable.Repeat(s_fold, made[Math.Min(Interlocked.Increment(ref _calls), made.Length) - 1])];

        public override string ToString() => "a fickle splitter";
    }
}
