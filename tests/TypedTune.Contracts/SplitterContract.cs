using CsCheck;

namespace TypedTune.Contracts;

/// <summary>What every splitter promises. Inherit it in a test project, and say how to create the splitter and rows that suit it.</summary>
public abstract class SplitterContract
{
    /// <summary>The fewest rows that the splitter divides; it refuses one fewer.</summary>
    protected abstract int FewestRows { get; }

    /// <summary>Creates the splitter, each time with the same settings.</summary>
    protected abstract ISplitter Create();

    /// <summary>Rows with the roles that the splitter looks at.</summary>
    /// <param name="rows">How many, at least 1.</param>
    protected abstract RowRoles Rows(int rows);

    /// <summary>Whether a row may be learned from several times in one fold.</summary>
    protected virtual bool RepeatsRows => false;

    /// <summary>How many folds rows are divided into, where that depends on them.</summary>
    /// <param name="rows">How many rows.</param>
    protected virtual int? FoldsOf(int rows) => null;

    [Fact]
    public void Folds_AreAsManyAsItSays() => Sample((splitter, rows, folds) =>
    {
        int? said = splitter.FoldCount ?? FoldsOf(rows.RowCount);
        Assert.True(said >= 1);
        Assert.Equal(said, folds.Count);
    });

    [Fact]
    public void NoRow_IsOnBothSides() => Sample((_, _, folds) => Assert.All(folds, fold => Assert.Empty(fold.Train.Intersect(fold.Validation))));

    [Fact]
    public void BothSides_HaveRows() => Sample((_, _, folds) => Assert.All(folds, fold =>
    {
        Assert.NotEmpty(fold.Train);
        Assert.NotEmpty(fold.Validation);
    }));

    [Fact]
    public void RowNumbers_AscendAndAreThoseOfTheRows() => Sample((_, rows, folds) => Assert.All(folds, fold =>
    {
        Assert.Equal(fold.Validation.Distinct().Order(), fold.Validation);
        Assert.Equal(RepeatsRows ? fold.Train.Order() : fold.Train.Distinct().Order(), fold.Train);
        Assert.InRange(Math.Min(fold.Train[0], fold.Validation[0]), 0, rows.RowCount - 1);
        Assert.InRange(Math.Max(fold.Train[^1], fold.Validation[^1]), 0, rows.RowCount - 1);
    }));

    [Fact]
    public void SameRows_AreDividedTheSameWayEveryTime() => Sample((splitter, rows, folds) =>
    {
        Assert.Equal(Text(folds), Text(splitter.Split(rows)));
        Assert.Equal(Text(folds), Text(Create().Split(Rows(rows.RowCount))));
    });

    [Fact]
    public void SeveralThreads_GetTheSameFolds()
    {
        var (splitter, rows) = (Create(), Rows(FewestRows + 20));
        string expected = Text(splitter.Split(rows));
        var texts = new string[8];

        Parallel.For(0, texts.Length, i => texts[i] = Text(splitter.Split(rows)));

        Assert.All(texts, text => Assert.Equal(expected, text));
    }

    [Fact]
    public void FewestRows_AreDividedAndOneFewerRefused()
    {
        Create().Split(Rows(FewestRows));

        Assert.Throws<ArgumentException>(() => Create().Split(Rows(FewestRows - 1)));
    }

    [Fact]
    public void NoRoles_AreRefused() => Assert.Throws<ArgumentNullException>(() => Create().Split(null!));

    [Fact]
    public void Text_SaysTheSettings()
    {
        var splitter = Create();

        Assert.NotEqual(splitter.GetType().FullName, splitter.ToString());
        Assert.Equal(Create().ToString(), splitter.ToString());
    }

    /// <summary>Divides many numbers of rows.</summary>
    protected void Sample(Action<ISplitter, RowRoles, IReadOnlyList<Fold>> assert) => Gen.Int[0, 60].Sample(
        more =>
        {
            var (splitter, rows) = (Create(), Rows(FewestRows + more));
            assert(splitter, rows, splitter.Split(rows));
        },
        iter: 60);

    private static string Text(IReadOnlyList<Fold> folds) => string.Join(' ', folds.Select(fold => $"{string.Join(',', fold.Train)}|{string.Join(',', fold.Validation)}"));
}
