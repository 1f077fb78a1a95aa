using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTune.Learning;

/// <summary>
/// Looks for cuts by sorting the node's rows by each feature and moving over them: slower than the kernels, but for any
/// criterion, missing values, categories and whatever a cut may have to obey. Leaves plain columns to a quicker criterion where that
/// knows all there is to obey. Holds the buffers of one thread.
/// </summary>
/// <typeparam name="TCodes">The width of codes.</typeparam>
/// <param name="rows">What is learned from.</param>
/// <param name="rules">What cuts obey.</param>
/// <param name="sides">What makes the sides of a cut impure.</param>
/// <param name="plain">The quicker criterion, of the same impurity; null where it would not do.</param>
internal sealed class GeneralCriterion<TCodes>(BinnedRows rows, CutRules rules, CutSides sides, NodeCriterion? plain) : NodeCriterion
    where TCodes : struct, ICodes
{
    private readonly RecordLayout _layout = rows.Layout;
    private readonly LeftCodes _found = new();
    private readonly CodeGroups _groups = new();
    private LeftCodes? _drawn;
    private int[] _plainFeatures = [];
    private double _minWeight;
    private double _decrease;
    private FeatureCut _best;

    /// <inheritdoc/>
    public override bool PartsPairs => false;

    /// <inheritdoc/>
    public override bool FindsVarying => plain is { FindsVarying: true };

    /// <inheritdoc/>
    public override LeftCodes Left => _drawn ?? _found;

    /// <inheritdoc/>
    public override double Middle { get; protected set; }

    /// <inheritdoc/>
    public override void Start(double weight) => _minWeight = rules.MinWeightFraction * weight;

    /// <inheritdoc/>
    public override double[] TakeDistributions() => sides.TakeDistributions();

    /// <inheritdoc/>
    public override NodeImpurity Read(ReadOnlySpan<byte> records, int count, NodeRanges ranges)
    {
        plain?.Read(records, count, ranges);
        return sides.Read(records, _layout, count);
    }

    /// <inheritdoc/>
    public override FeatureCut Find(ReadOnlySpan<byte> records, int count, NodeRanges ranges, ReadOnlySpan<int> features)
    {
        Begin();
        if (plain is not null)
            FindPlain(plain, records, count, ranges, features);
        foreach (int feature in features)
        {
            if (plain is not null && rows.Columns[feature].IsPlain)
                continue;
            Sort(records, count, feature);
            if (rows.Columns[feature].IsCategory)
                MoveOverCategories(feature);
            else
                MoveOverNumbers(feature);
        }

        return _best;
    }

    /// <inheritdoc/>
    public override FeatureCut FindAmong(ReadOnlySpan<byte> records, int count, ReadOnlySpan<int> features, RandomCuts cuts)
    {
        Begin();
        for (int i = 0; i < features.Length; i++)
        {
            Sort(records, count, features[i]);
            sides.Clear();
            int left = 0;
            for (int group = 0; group < _groups.Count; group++)
            {
                if (!cuts.Left(i).Contains(_groups.Code(group)))
                    continue;
                sides.MoveLeft(_groups.Rows(group));
                left += _groups.Rows(group).Length;
            }

            if (Improves(features[i], left, count - left))
            {
                _best = new FeatureCut(features[i], cuts.Codes[i], (float)Math.Max(0, _decrease));
                _drawn = cuts.Left(i);
            }
        }

        return _best;
    }

    /// <inheritdoc/>
    public override double Decrease(FeatureCut cut) => _decrease;

    /// <inheritdoc/>
    public override double Leaf() => sides.Leaf(Bounds);

    /// <inheritdoc/>
    public override double LeafOf(ref byte record) => sides.LeafOf(_layout, ref record);

    private void Begin()
    {
        _best = FeatureCut.None;
        _decrease = double.NegativeInfinity;
        _drawn = null;
    }

    private void FindPlain(NodeCriterion criterion, ReadOnlySpan<byte> records, int count, NodeRanges ranges, ReadOnlySpan<int> features)
    {
        if (_plainFeatures.Length < features.Length)
            _plainFeatures = new int[features.Length];
        int found = 0;
        foreach (int feature in features)
        {
            _plainFeatures[found] = feature;
            found += rows.Columns[feature].IsPlain ? 1 : 0;
        }

        if (found == 0)
            return;
        _best = criterion.Find(records, count, ranges, _plainFeatures.AsSpan(0, found));
        if (_best.Score >= 0)
            _decrease = criterion.Decrease(_best);
    }

    private void Sort(ReadOnlySpan<byte> records, int count, int feature)
    {
        var keys = _groups.Keys(count);
        ref byte record = ref MemoryMarshal.GetReference(records);
        for (int row = 0; row < count; row++)
        {
            keys[row] = (ulong)(uint)TCodes.Load(ref record, feature) << 32 | (uint)row;
            record = ref Unsafe.Add(ref record, _layout.Stride);
        }

        _groups.Sort(count);
    }

    private void MoveOverNumbers(int feature)
    {
        int missing = rows.Columns[feature].Missing;
        int last = _groups.Count - 1;
        bool hasMissing = _groups.Code(last) == missing;
        Move(feature, last, []);

        // With the missing ones alone on the left, the sides are those of the last cut above.
        if (hasMissing)
            Move(feature, last - 1, _groups.Rows(last));
    }

    // Over the groups before the last, with the rows that miss a value on the left from the start if they are given.
    private void Move(int feature, int last, ReadOnlySpan<int> missing)
    {
        sides.Clear();
        sides.MoveLeft(missing);
        int left = missing.Length;
        for (int group = 0; group < last; group++)
        {
            sides.MoveLeft(_groups.Rows(group));
            left += _groups.Rows(group).Length;
            if (!Improves(feature, left, _groups.RowCount - left))
                continue;
            _best = new FeatureCut(feature, _groups.Code(group), (float)Math.Max(0, _decrease));
            _found.SetNumbers(_groups.Code(group), rows.Columns[feature].Missing, takesMissing: missing.Length > 0);
        }
    }

    private void MoveOverCategories(int feature)
    {
        sides.Order(_groups.AllRows, _groups.Starts, _groups.OrderKeys);
        var order = _groups.Order();
        sides.Clear();
        int left = 0, barren = 0, barrenRows = 0;
        double barrenWeight = 0;
        for (int i = 0; i < order.Length - 1; i++)
        {
            sides.MoveLeft(_groups.Rows(order[i]));
            left += _groups.Rows(order[i]).Length;
            if (Improves(feature, left, _groups.RowCount - left))
                TakeCategories(feature, order[..i], order[i]);
            if (sides.IsBarren(_groups.OrderKeys[order[i]]))
                (barren, barrenRows, barrenWeight) = (i + 1, left, sides.LeftWeight);
        }

        // Where the best cut by the order would leave a barren side, the best one that is allowed adds a single group to that side, and
        // any may be it: a rare category of a high mean can spoil the side least.
        for (int i = barren + 1; barren > 0 && i < order.Length; i++)
        {
            sides.Clear(barrenWeight);
            sides.MoveLeft(_groups.Rows(order[i]));
            left = barrenRows + _groups.Rows(order[i]).Length;
            if (Improves(feature, left, _groups.RowCount - left))
                TakeCategories(feature, order[..barren], order[i]);
        }
    }

    private void TakeCategories(int feature, ReadOnlySpan<int> groups, int last)
    {
        _best = new FeatureCut(feature, 0, (float)Math.Max(0, _decrease));
        _found.BeginSet(rows.Columns[feature].Missing + 1);
        foreach (int group in groups)
            _found.Add(_groups.Code(group));
        _found.Add(_groups.Code(last));
    }

    private bool Improves(int feature, int left, int right)
    {
        if (left < rules.MinRows || right < rules.MinRows || sides.LeftWeight < _minWeight || sides.RightWeight < _minWeight || !(sides.LeftWeight > 0 && sides.RightWeight > 0))
            return false;
        double decrease = sides.Decrease;
        if (!(decrease > _decrease))
            return false;
        if (rules.Directions is { } directions)
        {
            var values = sides.Values;
            if (!Bounds.Allow(values, directions[feature]))
                return false;
            Middle = values.Left / 2 + values.Right / 2;
        }

        _decrease = decrease;
        return true;
    }
}
